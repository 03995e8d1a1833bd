import type { ErrorCode } from './codes.ts';

/** The meaning of every code and what to do, in Chinese: the same as in `ERROR_CODES`, for pages. Messages of errors stay in English. */
export const ERROR_TEXTS_ZH: Readonly<Record<ErrorCode, { meaning: string; remedy: string }>> = {
  BAD_REQUEST: {
    meaning: '请求不是 GraphQL 请求：没有 JSON、没有 query，或字节不是 UTF-8。',
    remedy: '发送含有字符串 "query" 的 JSON 对象，用 UTF-8 编码。',
  },
  REQUEST_TOO_LARGE: {
    meaning: '请求正文超过上限。',
    remedy: '缩小正文；把长列表拆成几次请求。',
  },
  METHOD_NOT_ALLOWED: {
    meaning: '该地址不允许这种 HTTP 方法，或变更操作用了 GET。',
    remedy: '用 POST 发送操作；GET 只用于查询。',
  },
  NOT_ACCEPTABLE: {
    meaning: 'accept 标头不接受该地址的任何媒体类型，或不接受 @defer 操作所需的类型。',
    remedy:
      '接受 application/graphql-response+json 或 application/json；使用 @defer 时接受 multipart/mixed，并带 deferSpec=20220824 或 incrementalSpec=v0.2。',
  },
  UNSUPPORTED_MEDIA_TYPE: {
    meaning: '该地址不读取这种内容类型的正文。',
    remedy: '发送 content-type: application/json。',
  },
  NOT_FOUND: {
    meaning:
      '没有这个地址，或没有这个代码对应的数据。带 "key" 时：某部门提到的对象，"department" 所指的部门没有。',
    remedy: '核对代码；登记簿可能还没有收录。',
  },
  GRAPHQL_PARSE_FAILED: {
    meaning: '查询不符合 GraphQL 语法。',
    remedy: '按消息和位置改正语法。',
  },
  GRAPHQL_VALIDATION_FAILED: {
    meaning: '查询与 schema 不符。',
    remedy: '对照 schema 核对消息指出的字段、参数或片段。',
  },
  BAD_USER_INPUT: {
    meaning: '变量与操作声明的类型不符。',
    remedy: '按消息指出的变量和类型改正。',
  },
  OPERATION_RESOLUTION_FAILURE: {
    meaning: '文档中没有可执行的操作：`operationName` 有误，或有多个操作而没有指明。',
    remedy: '把 `operationName` 设为文档中某个操作的名称。',
  },
  INVALID_ARGUMENT: {
    meaning: '参数超出范围或格式有误。',
    remedy: '按消息指出的参数和可接受的值改正。',
  },
  MALFORMED_CODE: {
    meaning: '国家标准代码（统一社会信用代码、行政区划、行业、宗地、不动产单元）的格式或校验码有误。',
    remedy: '改正代码；消息指出违反的规则。',
  },
  UNKNOWN_CODE: {
    meaning: '筛选条件中的代码格式正确，但代码表中没有。',
    remedy: '先查询代码（region、industry、serviceItem）。',
  },
  INVALID_DATE: {
    meaning: '日期不是 YYYY-MM-DD 形式的真实日期，或时间不符合 ISO 8601。',
    remedy: '改正日期或时间。',
  },
  MALFORMED_CURSOR: {
    meaning: '游标 `after` 不属于这个列表、这个上级对象和这些参数。',
    remedy: '原样传回 `pageInfo.endCursor` 或 `edges.cursor`，或不带游标从头开始。',
  },
  CONTRADICTORY_FILTER: {
    meaning: '两个筛选条件互相排斥，不会有任何结果。',
    remedy: '消息指出两个条件；去掉或改正其中一个。',
  },
  UNAUTHENTICATED: {
    meaning: '客户端的令牌无效；或凭据缺失、过期、已用过、与内容不符，或签名的密钥没有登记。',
    remedy:
      '换一个新令牌；只读公开数据时不要带令牌，消息说明原因。凭据须按实际发送的内容重新签名；密钥由运维人员登记。',
  },
  ISSUER_UNAVAILABLE: {
    meaning: '暂时无法核验令牌：取不到签发方的公钥。',
    remedy: '稍后再试；持续出现时告知运维人员。',
  },
  FORBIDDEN: {
    meaning: '签名密钥已登记，但持有人无权这样做。',
    remedy: '使用消息所指的部门、网关或运维人员的密钥。',
  },
  UNAUTHORIZED_FIELD: {
    meaning: '客户端无权读取某个字段；该字段为 null，没有向任何部门读取。',
    remedy: '按消息申请授权（其中有数据资源的代码），或不选该字段。',
  },
  PURPOSE_REQUIRED: {
    meaning: '字段为有条件共享，而请求没有说明用途。',
    remedy:
      '发送标头 purpose-basis（法律依据）、purpose-case（案件编号）和 purpose-requester（请求的人或系统）。',
  },
  GRANTS_UNAVAILABLE: {
    meaning: '网关已有一段时间连不上授权登记，无法判断客户端能否读取该字段。',
    remedy: '稍后再试；不要重新申请，已有的授权仍然有效。',
  },
  ACCESS_LOG_UNAVAILABLE: {
    meaning: '网关无法记录谁读取了什么，因此不返回任何有条件共享的数据。',
    remedy: '稍后再试，或不选有条件共享的字段。运维人员可在日志中找到原因。',
  },
  ACCESS_LOG_GAP: {
    meaning: '网关上报的访问记录与已存的记录接不上。',
    remedy: '从 `extensions.expected` 所指的记录继续上报。',
  },
  ACCESS_LOG_CONFLICT: {
    meaning: '网关上报的访问记录，编号与已存的另一条相同。',
    remedy: '查明是哪两个网关重名，或哪个网关的日志被恢复到了旧状态。',
  },
  TOO_FEW_SUBJECTS: {
    meaning: '汇总涉及的对象太少，会泄露单个对象的数据。',
    remedy: '扩大地区或时间范围，或申请 `extensions.over` 所列的字段。',
  },
  OUTSIDE_GRANT: {
    meaning: '授权只包括部分地区，而所查的行在其他地区或不存在（返回内容不区分）；该字段为 null。',
    remedy: '查询消息所列地区的数据，或申请范围更大的授权。',
  },
  REGISTRY_NOT_CONFIGURED: {
    meaning: '登记中心没有签名用的密钥。',
    remedy: '请运维人员设置 REGISTRY_SIGNING_KEY。',
  },
  OPERATION_TOO_COMPLEX: {
    meaning: '查询嵌套太深，或词法单元、字段、别名、根字段、指令、操作太多。',
    remedy: '按消息指出的上限精简；`extensions.what`、`count`、`limit` 也有说明。',
  },
  COST_LIMIT_EXCEEDED: {
    meaning: '操作的估计成本超过客户端一次可用的额度。',
    remedy: '减少条数（调小 `first`）或字段：消息指出成本最高的部分、估计值和上限。',
  },
  RATE_LIMITED: {
    meaning: '客户端或其地址的请求额度已用完，或无效令牌太多。',
    remedy: '等待 `retry-after` 所示的秒数；平时可从 `RateLimit-*` 标头看到余量。',
  },
  ANSWER_TOO_LARGE: {
    meaning: '返回内容超过上限。',
    remedy: '调小 `first`、减少字段或拆分操作；`extensions.limit` 是以字节计的上限。',
  },
  OPERATION_TIMEOUT: {
    meaning: '操作超时。返回的是到时为止已取得的部分；变更仍可能生效。',
    remedy: '使用已返回的部分，其余用另一个操作查询。',
  },
  INTROSPECTION_REFUSED: {
    meaning: '客户端无权用 `__schema` 或 `__type` 读取 schema。',
    remedy: '向运维人员申请 introspection 权限，或索取 schema 文件。',
  },
  QUERY_PLAN_REFUSED: {
    meaning: '请求要求查看查询计划，而该客户端无权查看。操作没有执行。',
    remedy: '去掉 query-plan 标头，或向运维人员申请作用域 graph:explain。',
  },
  PERSISTED_QUERY_NOT_FOUND: {
    meaning: '网关没有该哈希对应的文档，或已不再保存。',
    remedy: '把哈希与查询一起发送；支持持久化查询的客户端会自动这样做。',
  },
  PERSISTED_QUERY_NOT_SUPPORTED: {
    meaning: '网关没有开启自动持久化查询。',
    remedy: '发送查询本身；支持持久化查询的客户端会自动这样做。',
  },
  PERSISTED_OPERATION_REQUIRED: {
    meaning: '客户端只能执行受信任的文档，而该文档不在其中。',
    remedy: '请运维人员把文档加入清单，或改用清单中的文档。',
  },
  UPLOAD_CONFLICT: {
    meaning: 'upload-offset 与上传的进度不符；消息说明当前进度。',
    remedy: '用 HEAD 查询进度，从该处继续发送。',
  },
  UPLOAD_LOCKED: {
    meaning: '另一个请求正在发送同一文件的内容。',
    remedy: '等待几秒，用 HEAD 查询进度，再发送其余部分。',
  },
  STORAGE_UNAVAILABLE: {
    meaning: '部门暂时无法存取文件：存储空间已满，或存储没有响应。',
    remedy: '稍后用 HEAD 查询进度，从该处继续发送。运维人员可在该部门的日志中查到原因。',
  },
  UPLOAD_EXPIRED: {
    meaning: '上传没有在规定时间内完成。',
    remedy: '用取得该上传地址的变更操作重新开始上传。',
  },
  MATERIAL_REFUSED: {
    meaning:
      '部门不接受上传的文件；"reason" 说明原因：EMPTY（空文件）、TYPE（类型）、UNREADABLE（无法读取）、ENCRYPTED（已加密）、MACROS（含宏）或 ARCHIVE_TOO_LARGE（压缩包过大）。',
    remedy: '另存为消息所列的格式，再重新上传。',
  },
  PREFLIGHT_REQUIRED: {
    meaning: '任何网页都能让浏览器发出这样的请求。',
    remedy:
      '带上 apollo-require-preflight、graphql-require-preflight、x-apollo-operation-name 三个标头之一，或用 POST 并带 content-type: application/json。',
  },
  DEPARTMENT_UNAVAILABLE: {
    meaning: '某部门没有应答，或应答不是 GraphQL。',
    remedy: '先使用已返回的部分，其余稍后再试。',
  },
  DEPARTMENT_ERROR: {
    meaning: '某部门拒绝了请求或处理失败，没有给出自己的错误代码。',
    remedy: '消息来自该部门；`extensions.department` 指明向谁询问。',
  },
  DEPARTMENT_CONTRACT_BROKEN: {
    meaning: '某部门没有返回其 schema 规定必有的值，因此上一级可为空的字段为 null。',
    remedy: '使用已返回的部分；把路径告知运维人员。',
  },
  NOT_ANSWERABLE: {
    meaning: 'schema 中有一个字段，无法从各部门取得。',
    remedy: '去掉消息所指的字段，并告知运维人员。',
  },
  PLANNING_TOO_COSTLY: {
    meaning: '为该操作制订查询计划所需的时间或内存超过上限。',
    remedy: '一次少查一些，或拆分操作。',
  },
  PLANNING_OVERLOADED: {
    meaning: '等待制订查询计划的新操作太多。',
    remedy: '稍后再试。已有计划的操作不受影响。',
  },
  OVERLOADED: {
    meaning: '网关的负载超过其及时处理的能力。先拒绝匿名客户端中开销最大的操作，再拒绝其他客户端的操作。',
    remedy: '等待 `retry-after` 所示的秒数；减少一次请求的内容；登录后再试。',
  },
  SUBSCRIPTION_INTERRUPTED: {
    meaning: '网关结束了订阅：supergraph 已更换、授权有变，或网关正在停止。',
    remedy: '重新订阅，并查询一次，以补上其间的变化。',
  },
  TOO_MANY_SUBSCRIPTIONS: {
    meaning: '网关、客户端或连接的订阅数已达上限。',
    remedy: '结束不再需要的订阅，或稍后再试。',
  },
  NOT_READY: {
    meaning: '服务已启动，但还不能应答：数据库或 supergraph 尚未就绪。',
    remedy: '稍候再试；/ready 会显示是否就绪。',
  },
  INTERNAL_ERROR: {
    meaning: '系统内部故障。消息中只有事件编号。',
    remedy: '把事件编号告知运维人员。',
  },
};
