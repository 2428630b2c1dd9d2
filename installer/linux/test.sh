#!/usr/bin/env bash
# Tries a .deb as a user would: installs it, runs a sample on the command line, opens the window on a screen of its own,
# upgrades, removes, and looks whether the user's folders were left alone. For a machine that may be changed: it needs root
# or sudo, and a Debian or Ubuntu where Quarry is not installed.
#
#   test.sh DEB [SCREENSHOT.png]
set -euo pipefail
deb=$(readlink -f "$1")
picture=${2-}
export LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive

fail() {
    printf 'FAILED: %s\n' "$*" >&2
    exit 1
}
step() { printf '\n== %s\n' "$*"; }
as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo -E "$@"; fi; }

if dpkg -s quarry >/dev/null 2>&1; then
    fail 'quarry is installed here already; remove it first'
fi
work=$(mktemp -d)
screen_pid=
tidy() {
    [ -z "$screen_pid" ] || kill "$screen_pid" 2>/dev/null || true
    if dpkg -s quarry >/dev/null 2>&1; then as_root dpkg --purge quarry >/dev/null; fi
    rm -rf "$work"
}
trap tidy EXIT
export HOME=$work/home XDG_CONFIG_HOME=$work/home/.config XDG_DATA_HOME=$work/home/.local/share
mkdir -p "$HOME"

step 'install'
as_root apt-get install -y -qq --no-install-recommends "$deb" >"$work/apt.log" 2>&1 || {
    as_root apt-get update -qq && as_root apt-get install -y -qq --no-install-recommends "$deb" >"$work/apt.log" 2>&1
} || { cat "$work/apt.log"; fail 'apt-get could not install it'; }
[ "$(command -v quarry)" = /usr/bin/quarry ] || fail 'quarry is not on the PATH'
quarry --version
# The Java of the machine must not matter.
env -i PATH=/usr/bin:/bin HOME="$HOME" /usr/bin/quarry presets | grep -q '^translate$' || fail 'no presets'

step 'a sample on the command line'
quarry run --connection samples --sample translate-python-go --code-only >"$work/answer.go"
grep -q '^package main' "$work/answer.go" || fail 'the answer holds no Go code'
# The compiler is part of the package, cut down as it is.
quarry run --connection samples --sample refactor-java --check >"$work/checked" 2>&1 || fail 'the checks do not pass'
grep -q 'passed  *compiles (javac' "$work/checked" || fail 'an answer in Java is not compiled'

step 'manual, completion, desktop entry'
gzip -dc /usr/share/man/man1/quarry.1.gz | grep -q '^\.SH COMMANDS' || fail 'no manual page'
bash -c 'source /usr/share/bash-completion/completions/quarry && complete -p quarry' >/dev/null || fail 'no completion'
grep -q '^Exec=/opt/quarry/bin/quarry' /usr/share/applications/quarry.desktop || fail 'no desktop entry'
[ -s /usr/share/doc/quarry/copyright ] || fail 'no licences'

step 'the caches for fast starts are taken'
# With these options a JVM that does not take a cache does not start.
takes() { # what may call native code, options
    native=$1
    shift
    /opt/quarry/lib/runtime/bin/java --enable-native-access="$native" --sun-misc-unsafe-memory-access=allow "$@" \
        -cp /opt/quarry/lib/app/quarry.jar dev.quarry.app.Main --version >/dev/null || fail "a cache is refused: $*"
}
app=/opt/quarry/lib/app
takes ALL-UNNAMED -XX:+UseSerialGC -XX:AOTMode=on -XX:AOTCache="$app/command.aot"
takes ALL-UNNAMED,javafx.graphics -Xshare:on -XX:SharedArchiveFile="$app/window.aot:$app/window.jsa"

step 'the window'
command -v Xvfb >/dev/null && command -v import >/dev/null \
    || as_root apt-get install -y -qq --no-install-recommends xvfb xauth imagemagick >/dev/null
display=90
while [ -e "/tmp/.X11-unix/X$display" ]; do display=$((display + 1)); done
Xvfb ":$display" -screen 0 1440x900x24 >"$work/xvfb.log" 2>&1 &
screen_pid=$!
for _ in $(seq 100); do [ -e "/tmp/.X11-unix/X$display" ] && break; sleep 0.1; done
export DISPLAY=:$display
timeout 180 quarry rehearse || fail 'the window could not be opened and used'
printf 'class Opened {}\n' >"$work/Opened.java"
timeout 120 quarry window "$work/Opened.java" &
window_pid=$!
colours=0
for _ in $(seq 60); do
    sleep 1
    import -window root "$work/screen.png"
    colours=$(identify -format %k "$work/screen.png")
    [ "$colours" -lt 200 ] || break
done
sleep 5
import -window root "$work/screen.png"
[ -z "$picture" ] || cp "$work/screen.png" "$picture"
kill "$window_pid"
wait "$window_pid" || true
[ "$colours" -ge 200 ] || fail "the screen stayed empty ($colours colours)"

step 'upgrade'
mkdir -p "$XDG_CONFIG_HOME/quarry"
echo kept >"$XDG_CONFIG_HOME/quarry/of-the-user"
dpkg-deb -R "$deb" "$work/next"
sed -i 's/^Version: .*/&.99/' "$work/next/DEBIAN/control"
dpkg-deb --root-owner-group -Zgzip -z1 -b "$work/next" "$work/next.deb" >/dev/null
rm -rf "$work/next"
as_root dpkg -i "$work/next.deb" >/dev/null
dpkg -s quarry | grep -q '^Version: .*\.99$' || fail 'the upgrade is not there'
quarry presets >/dev/null

step 'remove'
as_root dpkg --purge quarry >/dev/null
for left in /opt/quarry /usr/bin/quarry /usr/share/applications/quarry.desktop /usr/share/man/man1/quarry.1.gz; do
    [ ! -e "$left" ] || fail "$left is left behind"
done
grep -q kept "$XDG_CONFIG_HOME/quarry/of-the-user" || fail "the user's folder was touched"
printf '\nThe package installs, runs, upgrades and goes.\n'
