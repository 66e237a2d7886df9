#!/bin/sh
# Runs a command with a container engine for Testcontainers: the one that answers already, or else a private one, started
# for this command and stopped after it (Debian, as root). Where neither can be had the command runs all the same; its
# container tests report themselves skipped, with the reason.
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
  fi
}
trap 'stop_engine; rm -rf "$work" || true' EXIT
trap 'exit 130' INT TERM

# dockerd [option...]: true once it answers.
start_engine() {
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

private_engine() {
  if [ "$(id -u)" != 0 ]; then
    echo "Container tests: skipped, no engine answers and only root can start one." >&2
  elif ! command -v dockerd >/dev/null; then
    echo "Container tests: skipped, no engine answers and there is no dockerd (Debian: docker.io)." >&2
  else
    DOCKER_HOST="unix://$work/docker.sock"
    export DOCKER_HOST
    if start_engine || start_engine --storage-driver=vfs --iptables=false --ip6tables=false; then
      return 0
    fi
    unset DOCKER_HOST
    echo "Container tests: skipped, dockerd does not start here:" >&2
    tail -n 3 "$work/log" >&2
  fi
  return 1
}

if docker info >/dev/null 2>&1 || private_engine; then
  if [ -e /.dockerenv ]; then
    # Inside a container Testcontainers would look for the engine's ports on the container's gateway.
    export TESTCONTAINERS_HOST_OVERRIDE=127.0.0.1
  fi
  if ! docker image inspect "$image" >/dev/null 2>&1 && ! docker pull --quiet "$image" 2>/dev/null; then
    "$here/stand-in-image.sh" "$image"
    # Nor could the image of Testcontainers' own clean-up be pulled.
    export TESTCONTAINERS_RYUK_DISABLED=true
  fi
fi

"$@"
