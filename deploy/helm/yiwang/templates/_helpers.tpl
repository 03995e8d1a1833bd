{{- define "yiwang.name" -}}
{{- printf "%s-%s" .root.Release.Name .component | trunc 52 | trimSuffix "-" }}
{{- end }}

{{- define "yiwang.selector" -}}
app.kubernetes.io/name: yiwang
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .component }}
{{- end }}

{{- define "yiwang.labels" -}}
{{ include "yiwang.selector" . }}
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version }}
{{- end }}

{{- define "yiwang.image" -}}
{{- with .Values.image -}}
{{- if .digest }}{{ .repository }}@{{ .digest }}{{ else }}{{ .repository }}:{{ .tag | default $.Chart.AppVersion }}{{ end }}
{{- end }}
{{- end }}

{{/* What each pod has. */}}
{{- define "yiwang.pod" -}}
automountServiceAccountToken: false
enableServiceLinks: false
{{- with .Values.image.pullSecrets }}
imagePullSecrets: {{- range . }}
  - name: {{ . }}
{{- end }}
{{- end }}
securityContext:
  runAsNonRoot: true
  runAsUser: 1000
  runAsGroup: 1000
  fsGroup: 1000
  fsGroupChangePolicy: OnRootMismatch
  seccompProfile:
    type: RuntimeDefault
{{- with .Values.nodeSelector }}
nodeSelector: {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.tolerations }}
tolerations: {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.affinity }}
affinity: {{- toYaml . | nindent 2 }}
{{- end }}
{{- end }}

{{/* What each container has. */}}
{{- define "yiwang.container" -}}
image: {{ include "yiwang.image" . | quote }}
imagePullPolicy: {{ .Values.image.pullPolicy }}
securityContext:
  allowPrivilegeEscalation: false
  readOnlyRootFilesystem: true
  capabilities:
    drop: [ALL]
{{- end }}

{{/* Of a service that is asked. A process that does not start within five minutes is started again. */}}
{{- define "yiwang.probes" -}}
startupProbe:
  httpGet: { path: /health, port: http }
  periodSeconds: 2
  failureThreshold: 150
livenessProbe:
  httpGet: { path: /health, port: http }
  periodSeconds: 10
  timeoutSeconds: 5
  failureThreshold: 6
readinessProbe:
  httpGet: { path: /ready, port: http }
  periodSeconds: 2
  timeoutSeconds: 5
  failureThreshold: 2
{{- end }}

{{- define "yiwang.metricsPort" -}}
{{- if .Values.metrics.enabled }}
- name: metrics
  containerPort: {{ .Values.metrics.port }}
{{- end }}
{{- end }}

{{- define "yiwang.metricsEnv" -}}
- name: METRICS_PORT
  value: {{ ternary .Values.metrics.port 0 .Values.metrics.enabled | quote }}
- name: METRICS_HOST
  value: 0.0.0.0
{{- end }}

{{- define "yiwang.env" -}}
{{- range $name, $value := . }}
- name: {{ $name }}
  value: {{ $value | quote }}
{{- end }}
{{- end }}

{{- define "yiwang.gatewayUrl" -}}
http://{{ include "yiwang.name" (dict "root" . "component" "gateway") }}:4000/graphql
{{- end }}

{{/* A department's address. */}}
{{- define "yiwang.departmentUrl" -}}
http://{{ include "yiwang.name" . }}:{{ (index .root.Values.departments .component).port }}/graphql
{{- end }}

{{- define "yiwang.storageClass" -}}
{{- if . }}
storageClassName: {{ . }}
{{- end }}
{{- end }}

{{/* Of network policies. */}}
{{- define "yiwang.peer" -}}
podSelector:
  matchLabels: {{- include "yiwang.selector" . | nindent 4 }}
{{- end }}

{{- define "yiwang.departmentsPeer" -}}
podSelector:
  matchLabels:
    app.kubernetes.io/name: yiwang
    app.kubernetes.io/instance: {{ .Release.Name }}
    yiwang/role: department
{{- end }}

{{- define "yiwang.toPostgres" -}}
{{- /* An administrator's URL may name another host: it is the same server. */ -}}
- ports:
    - { port: {{ .Values.postgres.port }}, protocol: TCP }
  {{- with .Values.postgres.to }}
  to: {{- toYaml . | nindent 4 }}
  {{- end }}
{{- end }}

{{- define "yiwang.toSharedMemory" -}}
{{- if .Values.sharedMemory.url }}
- ports:
    - { port: {{ .Values.sharedMemory.port }}, protocol: TCP }
  {{- with .Values.sharedMemory.to }}
  to: {{- toYaml . | nindent 4 }}
  {{- end }}
{{- end }}
{{- end }}

{{- define "yiwang.metricsIngress" -}}
{{- if .Values.metrics.enabled }}
- ports:
    - { port: metrics, protocol: TCP }
  from: {{- toYaml .Values.metrics.from | nindent 4 }}
{{- end }}
{{- end }}

{{/* What a schema cannot say. */}}
{{- define "yiwang.check" -}}
{{- $needed := add (div (add .Values.drainMs 999) 1000) 31 }}
{{- if lt (int .Values.terminationGracePeriodSeconds) (int $needed) }}
{{- fail (printf "terminationGracePeriodSeconds is %d: drainMs and an operation of 30 s need %d." (int .Values.terminationGracePeriodSeconds) (int $needed)) }}
{{- end }}
{{- $most := ternary .Values.gateway.autoscaling.maxReplicas .Values.gateway.replicas .Values.gateway.autoscaling.enabled }}
{{- if gt (int $most) (int .Values.gateway.keys) }}
{{- fail (printf "%d gateways need %d keys, and gateway.keys is %d: each gateway has its own." (int $most) (int $most) (int .Values.gateway.keys)) }}
{{- end }}
{{- range $name, $department := .Values.departments }}
{{- if and (gt (int $department.replicas) 1) (not $.Values.sharedMemory.url) }}
{{- fail (printf "departments.%s has %d replicas: set sharedMemory.url, or a captured request could be sent again to another of them." $name (int $department.replicas)) }}
{{- end }}
{{- if and (gt (int $department.replicas) 1) $department.materials (ne $.Values.department.storage.materialsAccessMode "ReadWriteMany") }}
{{- fail (printf "departments.%s has %d replicas that share files: department.storage.materialsAccessMode must be ReadWriteMany." $name (int $department.replicas)) }}
{{- end }}
{{- end }}
{{- if not (hasKey .Values.departments "exchange") }}
{{- fail "departments.exchange is missing: it is the registry." }}
{{- end }}
{{- end }}
