# Sourced by packaging/run.sh and tests/run.sh: what has to be installed, and building in one way.
set -euo pipefail
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
BUILD=${BUILD_FOLDER:-$ROOT/build}

# Debian 12 and Ubuntu 24.04; README.md has the names elsewhere.
BUILD_PACKAGES=(ccache cmake g++ ninja-build pkg-config libqt6opengl6-dev qt6-base-dev qt6-charts-dev qt6-l10n-tools qt6-tools-dev libcurl4-openssl-dev libpcre2-dev libprotozero-dev
  libsimdjson-dev libssl-dev libyaml-dev libzstd-dev zlib1g-dev)
TEST_PACKAGES=(at-spi2-core curl dbus-daemon gir1.2-atspi-2.0 iproute2 openssl procps python3 python3-gi python3-venv python3-yaml util-linux xvfb) # and a cluster to test with
NODE_PACKAGES=(busybox-static containernetworking-plugins iptables prometheus prometheus-node-exporter runc socat) # and a real node in it, measured

say() { echo "== $*" >&2; }

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

install_missing() { # PACKAGE...
  local package missing=()
  if ! command -v dpkg-query > /dev/null; then
    say "not a Debian or Ubuntu: README.md lists what has to be installed here"
    return
  fi
  for package; do
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2> /dev/null)" = installed ] || missing+=("$package")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  say "installing ${missing[*]}"
  as_root apt-get update -qq >&2
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2
}

configure_and_build() { # FOLDER TARGET [CMAKE-OPTION...]; compiler results are shared between folders and checkouts
  local folder=$1 target=$2
  shift 2
  export CCACHE_BASEDIR=$ROOT CCACHE_NOHASHDIR=1 CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
  if [ ! -f "$folder/build.ninja" ] || [ "$(cat "$folder/options" 2> /dev/null)" != "$*" ]; then
    say "configuring $folder"
    cmake -G Ninja -S "$ROOT" -B "$folder" "$@" >&2
    echo "$*" > "$folder/options"
  fi
  ninja -C "$folder" -j "$(nproc)" --quiet "$target" >&2
}
