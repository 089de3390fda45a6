#!/usr/bin/env bash
# Starts the application on Tomcat, asks it what a user would, and stops it. Exit code 0 when every answer is right.
#
#   ops/tomcat/check.sh [PORT]      default 8181
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
cd "$here/../.."

port=${1:-8181}
url=http://127.0.0.1:$port
work=target/tomcat/check
patience=${PORTCULLIS_START_SECONDS:-180}
export PORTCULLIS_ADMIN_PASSWORD=${PORTCULLIS_ADMIN_PASSWORD:-$(od -An -N12 -tx1 /dev/urandom | tr -d ' \n')}
export PORTCULLIS_HOME=$PWD/$work/home

rm -rf "$work"
mkdir -p "$work"
"$here/run.sh" "$port" > "$work/tomcat.log" 2>&1 &
server=$!
failures=0

stop() {
    kill "$server" 2>/dev/null || true
    for _ in $(seq 1 60); do
        kill -0 "$server" 2>/dev/null || return 0
        sleep 1
    done
    echo "check.sh: Tomcat did not stop within 60 s; ending it" >&2
    kill -9 "$server" 2>/dev/null || true
}
trap stop EXIT

fetch() { curl -s -o "$work/body" -w '%{http_code}' -b "$work/cookies" -c "$work/cookies" --max-time 20 "$@" || true; }

expect() { # what, pattern of acceptable codes, curl arguments
    what=$1 pattern=$2
    shift 2
    code=$(fetch "$@")
    if printf '%s' "$code" | grep -Eqx "$pattern"; then
        echo "ok    $what ($code)"
    else
        echo "WRONG $what: $code, expected $pattern"
        failures=$((failures + 1))
    fi
}

token() { sed -n 's/.*name="_csrf"[^>]*value="\([^"]*\)".*/\1/p' "$work/body" | head -1; }

started=$(date +%s)
until [ "$(fetch "$url/login")" = 200 ]; do
    if ! kill -0 "$server" 2>/dev/null || [ $(($(date +%s) - started)) -gt "$patience" ]; then
        echo "check.sh: no sign-in page within $patience s; see $work/tomcat.log" >&2
        tail -40 "$work/tomcat.log" >&2
        exit 1
    fi
    sleep 1
done
echo "ok    sign-in page after $(($(date +%s) - started)) s"

expect "live page without sign-in is refused" '302|401|403' "$url/live"
expect "Cockpit without sign-in is refused" '302|401|403' "$url/camunda/app/cockpit/default/"
expect "sign-in page" 200 "$url/login"
expect "sign-in without a token is refused" '302|401|403' -d "username=admin&password=$PORTCULLIS_ADMIN_PASSWORD" "$url/login"
expect "and leaves nobody signed in" '302|401|403' "$url/live"
expect "sign-in page again" 200 "$url/login"
csrf=$(token)
expect "sign-in" 302 --data-urlencode "username=admin" --data-urlencode "password=$PORTCULLIS_ADMIN_PASSWORD" \
    --data-urlencode "_csrf=$csrf" "$url/login"
expect "live page" 200 "$url/live"
expect "Cockpit" 200 "$url/camunda/app/cockpit/default/"
expect "Tasklist" 200 "$url/camunda/app/tasklist/default/"
# Accepted, or refused as unknown, unauthorised or malformed: answered by the application and never a server error.
expect "webhook path answers" '202|4[0-9][0-9]' -H 'Content-Type: application/json' -d '{}' "$url/hooks/tradingview/check"

if [ "$failures" -gt 0 ]; then
    echo "check.sh: $failures wrong answers; see $work/tomcat.log" >&2
    exit 1
fi
echo "check.sh: every answer was right"
