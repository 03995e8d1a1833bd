#!/bin/sh
# Saves PostgreSQL of docker-compose.yml, and restores it, by PostgreSQL's own programs:
#   receive             the log, as it is written, into ARCHIVE, until stopped
#   check               whether the log arrives
#   base                the whole server as it is now, into a folder of BACKUPS
#   restore NAME [TIME] that folder into PGDATA, which must be empty; the log is replayed when the server starts
set -eu

archive=${ARCHIVE:-/archive}
backups=${BACKUPS:-/backups}

as_postgres() {
  if [ "$(id -u)" = 0 ]; then gosu postgres "$@"; else "$@"; fi
}

# The volumes are the server's, which reads the archive when it is restored.
give() {
  if [ "$(id -u)" = 0 ]; then chown postgres:postgres "$@" && chmod 0700 "$@"; fi
}

log_in() {
  PGPASSWORD=$(cat "$REPLICATION_PASSWORD_FILE")
  export PGPASSWORD
  primary="host=$PRIMARY_HOST port=${PRIMARY_PORT:-5432} user=yiwang_replication application_name=yiwang_archive"
}

case ${1:-} in
receive)
  log_in
  give "$archive"
  as_postgres pg_receivewal --dbname="$primary" --slot=yiwang_archive --create-slot --if-not-exists
  set -- pg_receivewal --dbname="$primary" --directory="$archive" --slot=yiwang_archive --synchronous
  if [ "$(id -u)" = 0 ]; then exec gosu postgres "$@"; fi
  exec "$@"
  ;;
check)
  log_in
  active=$(psql --no-psqlrc --tuples-only --no-align --dbname="$primary dbname=postgres" \
    --command="select active from pg_replication_slots where slot_name = 'yiwang_archive'")
  [ "$active" = t ]
  ;;
base)
  log_in
  give "$backups"
  name=$(date -u +%Y-%m-%dT%H-%M-%SZ)
  rm -rf "$backups"/*.partial
  as_postgres pg_basebackup --dbname="$primary" --pgdata="$backups/$name.partial" --wal-method=stream --checkpoint=fast \
    --manifest-checksums=SHA256
  as_postgres pg_verifybackup --quiet "$backups/$name.partial"
  mv "$backups/$name.partial" "$backups/$name"
  echo "$backups/$name"
  ;;
restore)
  backup=$backups/${2:?name a backup}
  if [ -n "$(ls -A "$PGDATA" 2>/dev/null)" ]; then
    echo "$PGDATA is not empty, and is not overwritten. Remove the volume first." >&2
    exit 1
  fi
  as_postgres pg_verifybackup --quiet "$backup"
  if [ "$(id -u)" = 0 ]; then mkdir -p "$(dirname "$PGDATA")" && chown postgres:postgres "$(dirname "$PGDATA")"; fi
  rm -rf "$PGDATA.partial"
  as_postgres cp -R "$backup" "$PGDATA.partial"
  as_postgres rm "$PGDATA.partial/backup_manifest"
  {
    echo "# Added by deploy/backup/backup.sh."
    echo "restore_command = 'cp \"$archive/%f\" \"%p\" 2>/dev/null || cp \"$archive/%f.partial\" \"%p\" 2>/dev/null'"
    echo "recovery_target_timeline = 'latest'"
    echo "recovery_target_action = 'promote'"
    if [ -n "${3:-}" ]; then echo "recovery_target_time = '$3'"; fi
  } >>"$PGDATA.partial/postgresql.auto.conf"
  as_postgres touch "$PGDATA.partial/recovery.signal"
  as_postgres chmod 0700 "$PGDATA.partial"
  if [ -d "$PGDATA" ]; then rmdir "$PGDATA"; fi
  mv "$PGDATA.partial" "$PGDATA"
  echo "Start PostgreSQL: it replays the log, and then serves."
  ;;
*)
  sed -n '2,6s/^# //p' "$0" >&2
  exit 2
  ;;
esac
