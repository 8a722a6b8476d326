#!/usr/bin/env bash
# How long it takes from nothing to the first nudge: clones this repository into a new folder, builds it, starts it as
# README.md says, and is a newcomer in the sandbox. Prints each step and its time.
# Needs git, the .NET 10 SDK and curl. NUGET_PACKAGES=<empty folder> has the packages downloaded as well.
set -euo pipefail

here=$(cd "$(dirname "$0")/.." && pwd)
folder=$(mktemp -d)
port=${1:-3979}
address="http://127.0.0.1:$port"
cookies="$folder/cookies"
service=
begun=$(date +%s%N)
last=$begun

cleanup() {
  # The service and the program that started it are a group of their own.
  [ -z "$service" ] || kill -- "-$service" 2>/dev/null || true
  [ -z "$service" ] || wait "$service" 2>/dev/null || true
  rm -rf "$folder"
}
trap cleanup EXIT

seconds() { awk "BEGIN { printf \"%.1f\", ($2 - $1) / 1000000000 }"; }

step() {
  local now
  now=$(date +%s%N)
  printf '%-36s %7s s\n' "$1" "$(seconds "$last" "$now")"
  last=$now
}

post() { curl -fsS -b "$cookies" -c "$cookies" -H 'Content-Type: application/json' -d "$2" "$address/sandbox/$1" >/dev/null; }

# What the browser is told when it comes: the whole conversation. The stream goes on, so it is cut after a second.
conversation() { curl -fsS -N -b "$cookies" --max-time 1 "$address/sandbox/news" 2>/dev/null || true; }

wait_for() {
  for _ in $(seq 1 600); do
    if "${@:2}" | grep -qF "$1"; then return 0; fi
    sleep 0.1
  done
  echo "'$1' did not come." >&2
  exit 1
}

page() { curl -fsS "$address/" 2>/dev/null || true; }

git clone -q "$here" "$folder/botcoach"
cd "$folder/botcoach"
step 'clone'
dotnet restore -v q src/BotCoach.Host
step 'restore'
dotnet build -v q --no-restore src/BotCoach.Host >/dev/null
step 'build'
ASPNETCORE_URLS="$address" setsid dotnet run --no-build --project src/BotCoach.Host >"$folder/log" 2>&1 &
service=$!
wait_for 'Sandbox' page
step 'start, until the page is there'
post visit '{"zone":"Europe/Berlin","locale":"en-GB"}'
wait_for 'How much should I send?' conversation
step 'the coach says hello'
post turns '{"id":"stopwatch-1","kind":"message","text":"plan standard"}'
post fast-forward '{}'
wait_for 'From your Standard plan' conversation
step 'a plan, and the first nudge'
printf '%-36s %7s s\n' 'all of it' "$(seconds "$begun" "$last")"
