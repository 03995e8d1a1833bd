#!/bin/sh
# Prints the Secrets that the chart refers to, and makes what is not there yet. Keep the folder: it is the operator's.
#   sh deploy/helm/make-secrets.sh /srv/yiwang-keys | kubectl apply --namespace yiwang --filename -
# GATEWAYS: how many gateways get a key (gateway.keys of the chart). PREFIX: of the names (secrets.prefix).
set -eu

keys=${1:?name the folder of all keys}
prefix=${PREFIX:-yiwang}
root=$(cd "$(dirname "$0")/../.." && pwd)
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT

(cd "$root" && node packages/launcher/prepare.mjs --keys-only --gateways "${GATEWAYS:-4}" --keys "$keys" \
  --issuer-keys "$out/issuer-keys" --gateway-keys "$out/gateway-keys" --registry-keys "$out/registry-keys" \
  --department-keys "$out/department-keys" --database-keys "$out/database") >&2

# Pods pick the key of their number.
cp "$out"/gateway-keys-*/gateway-*.key "$out/gateway-keys/" 2>/dev/null || true
rm -rf "$out"/gateway-keys-*

secret() {
  echo ---
  kubectl create secret generic "$1" --from-file="$2" --dry-run=client --output=yaml
}

secret "$prefix-keys" "$keys"
for name in issuer-keys gateway-keys registry-keys department-keys; do secret "$prefix-$name" "$out/$name"; done
for folder in "$out"/database/*; do secret "$prefix-database-$(basename "$folder")" "$folder"; done
