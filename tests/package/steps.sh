# What both tests of the Debian package begin with: counted steps, the package, a bare root. To be sourced from the
# project's folder, by root.
[ "$(id -u)" = 0 ] || { echo "$0: needs root, for a root of its own" >&2; exit 2; }
scratch=$(mktemp -d)
log=$scratch/steps.log
root=$scratch/root
passed=0

# finish COMMAND...: cleans up by it at the end; what failed is told by the logs' last lines, and the steps' log kept.
finish() {
  local status=$?
  "$@" 2>/dev/null || true
  [ "$status" = 0 ] || { tail -n 20 "$scratch"/*.log >&2 || true; cp "$log" build/package-test.log || true; }
  rm -rf --one-file-system "$scratch"
}

step() { echo "--- $1" | tee -a "$log"; }
ok() { passed=$((passed + 1)); echo "ok: $1"; }
must() { # must WHAT COMMAND...
  local what=$1
  shift
  "$@" >>"$log" 2>&1 || { echo "FAILED: $what" >&2; exit 1; }
  ok "$what"
}
must_not() {
  local what=$1
  shift
  if "$@" >>"$log" 2>&1; then echo "FAILED: $what" >&2; exit 1; fi
  ok "$what"
}
within() { # within SECONDS COMMAND...: until it succeeds
  local end=$((SECONDS + $1))
  shift
  until "$@"; do
    [ "$SECONDS" -lt "$end" ] || return 1
    sleep 0.2
  done
}

in_root() { env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive chroot "$root" "$@"; }

build_package() { # sets package
  .ci/install build package package-test >>"$log"
  cmake --preset package >>"$log"
  cmake --build --preset package >>"$log"
  cpack --preset package >>"$log" 2>&1
  package=$(ls build/package/giaidap_*.deb)
}

make_root() { # make_root [BARE]: a bare Debian 12 with the package's file and what it depends on, by debootstrap or a copy
  if [ -n "${1:-}" ]; then
    cp -a "$1" "$root"
  else
    local mirror
    mirror=$(apt-get indextargets --format '$(SITE)' 'Created-By: Packages' | grep -m 1 '/debian$')
    debootstrap --variant=minbase bookworm "$root" "$mirror" >>"$log" 2>&1
  fi
  cp /etc/resolv.conf "$root/etc/resolv.conf"
  cp "$package" "$root/giaidap.deb"
  printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d" # nothing is started by packages: there is no init yet
  chmod 755 "$root/usr/sbin/policy-rc.d"
  in_root apt-get update -q >>"$log" 2>&1
}

libraries() { dpkg-deb -f "$package" Depends | tr ',' '\n' | sed 's/|.*//; s/(.*//' | tr -d ' ' | grep '^lib'; }

# answers COMMAND...: whether a question has an answer; the command asks for a path, with curl's options behind it.
answers() { "$@" /api/v1/search --data-urlencode "q=trẻ em khai sinh chưa có số định danh" | grep -q '"answer":{'; }
