#!/bin/sh
# Runs a physical standby of PRIMARY_HOST, which it copies first where PGDATA is empty.
set -eu

PGPASSWORD=$(cat "$REPLICATION_PASSWORD_FILE")
export PGPASSWORD
primary="host=$PRIMARY_HOST port=${PRIMARY_PORT:-5432} user=yiwang_replication"

as_postgres() {
  if [ "$(id -u)" = 0 ]; then gosu postgres "$@"; else "$@"; fi
}

if [ "$(id -u)" = 0 ]; then
  mkdir -p "$PGDATA"
  chown -R postgres:postgres "$(dirname "$PGDATA")"
fi

if [ ! -e "$PGDATA/PG_VERSION" ]; then
  draft=$PGDATA.partial
  rm -rf "$draft"
  # A slot keeps the log that this standby needs. It stays when the volume is removed: see docs/scale-out.md.
  as_postgres pg_receivewal --dbname="$primary" --slot=replica --create-slot --if-not-exists
  as_postgres pg_basebackup --dbname="$primary" --pgdata="$draft" --slot=replica --checkpoint=fast \
    --wal-method=stream --write-recovery-conf
  # Empty, or not there.
  if [ -d "$PGDATA" ]; then rmdir "$PGDATA"; fi
  mv "$draft" "$PGDATA"
fi

set -- postgres -D "$PGDATA" -c listen_addresses="${LISTEN_ADDRESSES:-*}" -c hba_file="${HBA_FILE:-/etc/yiwang/pg_hba.conf}" -c hot_standby_feedback=on
unset PGPASSWORD
if [ "$(id -u)" = 0 ]; then exec gosu postgres "$@"; fi
exec "$@"
