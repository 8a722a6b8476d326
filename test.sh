#!/usr/bin/env bash
# Builds BotCoach, checks its formatting, runs every test, and ends with one line: "N passed, N failed".
# Needs the .NET 10 SDK and Node 20 with npm; installs Chromium, PostgreSQL and systemd when run as root on Debian.
# Arguments are passed on to dotnet test, for example: ./test.sh --filter "FullyQualifiedName~Slack"
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
exec </dev/null
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
# A build node that outlives this script would hold its output open, and whoever reads that would wait for it.
export MSBUILDDISABLENODEREUSE=1

readonly configuration=Debug

give_up() {
  echo "test.sh: $1" >&2
  exit 1
}

check_tools() {
  dotnet --list-sdks 2>/dev/null | grep '^10\.' >/dev/null ||
    give_up "the .NET 10 SDK is missing: https://dotnet.microsoft.com/download/dotnet/10.0"
  command -v node >/dev/null && command -v npm >/dev/null ||
    give_up "Node 20 with npm is missing: https://nodejs.org/"
  (($(node -p 'process.versions.node.split(".")[0]') >= 20)) ||
    give_up "Node 20 or later is needed; this is $(node --version)."
}

# The peers of the end-to-end tests, once for each state of the lock file.
install_peers() {
  local lock stamp=tests/peers/node_modules/.installed-lock
  lock=$(sha256sum <tests/peers/package-lock.json)
  if [[ -f $stamp && $(<"$stamp") == "$lock" ]]; then
    return
  fi
  npm ci --prefix tests/peers --no-audit --no-fund
  echo "$lock" >"$stamp"
}

install_chromium() {
  if command -v chromium >/dev/null; then
    return
  fi
  if ((EUID != 0)) || ! command -v apt-get >/dev/null; then
    give_up "no chromium on PATH; on Debian: apt-get install chromium"
  fi
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq
  apt-get install -y -qq --no-install-recommends chromium fonts-liberation fonts-noto-color-emoji
}

# The server's programs alone. The package would also make a database of the machine's own and keep it running; the tests
# start theirs in a folder that goes away with them.
install_postgresql() {
  if compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || command -v initdb >/dev/null; then
    return
  fi
  if ((EUID != 0)) || ! command -v apt-get >/dev/null; then
    give_up "no PostgreSQL server; on Debian: apt-get install postgresql"
  fi
  mkdir -p /etc/postgresql-common/createcluster.d
  echo 'create_main_cluster = false' >/etc/postgresql-common/createcluster.d/no-main-cluster.conf
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq
  apt-get install -y -qq --no-install-recommends postgresql
}

# Checks the unit of infra/systemd; it need not run.
install_systemd() {
  if command -v systemd-analyze >/dev/null; then
    return
  fi
  if ((EUID != 0)) || ! command -v apt-get >/dev/null; then
    give_up "no systemd-analyze on PATH; on Debian: apt-get install systemd"
  fi
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq
  apt-get install -y -qq --no-install-recommends systemd
}

passed=0
failed=0
skipped=0
ran=0
table=""

# count NAME PASSED FAILED SKIPPED [NOTE]
count() {
  ((passed += $2, failed += $3, skipped += $4)) || true
  table+=$(printf '%-28s %7s %7s %8s  %s' "$1" "$2" "$3" "$4" "${5:-}")$'\n'
}

finish() {
  printf '\n%-28s %7s %7s %8s\n%s\n' project passed failed skipped "$table"
  local line="$passed passed, $failed failed"
  if ((skipped > 0)); then
    line+=", $skipped skipped"
  fi
  if ((failed == 0 && ran == 0)); then
    echo "No test ran."
  fi
  echo "$line"
  ((failed == 0 && ran > 0)) || exit 1
  exit 0
}

# counter FILE NAME: one number of a trx file's summary.
counter() {
  grep -o '<Counters [^>]*' "$1" | grep -o " $2=\"[0-9]*\"" | grep -o '[0-9]*'
}

# Runs one test project; the remaining arguments go to dotnet test.
run_project() {
  local name=$1 status=0 trx="$results/$1.trx"
  shift
  echo "== $name"
  # A test that hangs for four minutes is ended and counts as failed, so that the rest still runs.
  dotnet test "tests/$name/bin/$configuration/net10.0/$name.dll" \
    --results-directory "$results" --logger "trx;LogFileName=$name.trx" --logger "console;verbosity=minimal" \
    --blame-hang-timeout 4m --blame-hang-dump-type none "$@" || status=$?

  if [[ ! -f $trx ]]; then
    if ((status == 0)); then
      count "$name" 0 0 0 "no tests"
    else
      count "$name" 0 1 0 "ended with code $status and no results"
    fi
    return
  fi

  local total executed good bad
  total=$(counter "$trx" total)
  executed=$(counter "$trx" executed)
  good=$(counter "$trx" passed)
  bad=$((executed - good))
  ((ran += executed)) || true
  if ((total == 0 && status == 0)); then
    count "$name" 0 0 0 "no tests"
  elif ((bad == 0 && status != 0)); then
    count "$name" "$good" 1 $((total - executed)) "ended with code $status before all tests had run"
  else
    count "$name" "$good" "$bad" $((total - executed))
  fi
}

check_tools
install_peers
install_chromium
install_postgresql
install_systemd

results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT

if ! dotnet build BotCoach.sln --configuration "$configuration" --verbosity quiet; then
  count build 0 1 0 "does not build"
  finish
fi

if dotnet format BotCoach.sln --verify-no-changes --no-restore; then
  count format 1 0 0
else
  count format 0 1 0 "run: dotnet format BotCoach.sln"
fi

for project in tests/BotCoach.*/; do
  name=$(basename "$project")
  # The others are programs that no test is in: the benchmarks, and the simulator of the platforms.
  if [[ $name == *.Tests || $name == BotCoach.EndToEnd ]]; then
    run_project "$name" "$@"
  fi
done

finish
