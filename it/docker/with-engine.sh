#!/bin/sh
# Runs a command with a container engine for Testcontainers: the one that answers already, or else a private one, started
# for this command and stopped after it (Debian, as root). Where no engine, or no image, can be had the command runs all
# the same; the container tests then report themselves skipped, and this says why.
#
#   it/docker/with-engine.sh mvn -B verify -pl dynamodb-local
set -eu

here=$(cd "$(dirname "$0")" && pwd)
image=amazon/dynamodb-local:3.3.1
work=$(mktemp -d)
engine=

stop_engine() {
  if [ -n "$engine" ]; then
    kill "$engine" 2>/dev/null || true
    wait "$engine" 2>/dev/null || true
    engine=
    unset DOCKER_HOST
  fi
}
trap 'stop_engine; rm -rf "$work" || true' EXIT
trap 'exit 130' INT TERM

say() {
  echo "Container tests: $1" >&2
}

# dockerd [option...]: true once it answers.
start_engine() {
  DOCKER_HOST="unix://$work/docker.sock"
  export DOCKER_HOST
  dockerd --data-root "$work/lib" --exec-root "$work/run" -p "$work/pid" -H "$DOCKER_HOST" "$@" >"$work/log" 2>&1 &
  engine=$!
  tries=0
  while [ $tries -lt 50 ] && kill -0 "$engine" 2>/dev/null; do
    if docker info >/dev/null 2>&1; then
      return 0
    fi
    tries=$((tries + 1))
    sleep 0.2
  done
  stop_engine
  return 1
}

has_engine() {
  if ! command -v docker >/dev/null; then
    say "skipped, there is no docker (Debian: docker.io)."
  elif docker info >/dev/null 2>&1; then
    return 0
  elif [ "$(id -u)" != 0 ]; then
    say "skipped, no engine answers and only root can start one."
  elif ! command -v dockerd >/dev/null; then
    say "skipped, no engine answers and there is no dockerd (Debian: docker.io)."
  elif start_engine || start_engine --storage-driver=vfs --iptables=false --ip6tables=false; then
    return 0
  else
    say "skipped, dockerd does not start here:"
    tail -n 3 "$work/log" >&2
  fi
  return 1
}

has_image() {
  if docker image inspect "$image" >/dev/null 2>&1 || timeout 60 docker pull --quiet "$image" >/dev/null 2>&1; then
    return 0
  fi
  if "$here/stand-in-image.sh" "$image" >"$work/stand-in" 2>&1; then
    say "$image can't be pulled, a stand-in is used."
    # Nor could the image of Testcontainers' own clean-up be pulled.
    export TESTCONTAINERS_RYUK_DISABLED=true
    return 0
  fi
  say "skipped, $image can't be pulled, nor a stand-in be made:"
  tail -n 3 "$work/stand-in" >&2
  return 1
}

# An engine that answers needn't be allowed to run anything.
runs() {
  if timeout 60 docker run --rm -p 127.0.0.1::8000 --entrypoint java "$image" -version >"$work/probe" 2>&1; then
    return 0
  fi
  say "skipped, no container runs here:"
  tail -n 3 "$work/probe" >&2
  return 1
}

if has_engine && has_image && runs; then
  if [ -e /.dockerenv ]; then
    # Inside a container Testcontainers would look for the engine's ports on the container's gateway.
    export TESTCONTAINERS_HOST_OVERRIDE=127.0.0.1
  fi
  sleep 1 # Events are told apart by the second, and the one above isn't meant.
  started=$(date +%s)
  code=0
  "$@" || code=$?
  containers=$(docker events --since "$started" --until "$(date +%s)" --filter event=start --format '{{.ID}}' | wc -l)
  say "$containers containers were started."
  exit $code
fi

stop_engine
"$@"
