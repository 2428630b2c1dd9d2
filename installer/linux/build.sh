#!/usr/bin/env bash
# Makes the Linux packages in target/installer: quarry_VERSION_ARCH.deb, quarry-VERSION-1.ARCH.rpm and
# quarry-VERSION-linux-ARCH.tar.gz, or those that are named: build.sh [deb] [rpm] [tar].
# Runs on Debian and Ubuntu with a JDK 25; installs what else it needs itself, by apt-get.
#
#   QUARRY_COMPRESSION   how hard to compress, 0 to 9, 9 if not set: 1 is enough to try a package out
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
export LC_ALL=C.UTF-8

wanted=${*:-deb rpm tar}
compression=${QUARRY_COMPRESSION:-9}
out=target/installer

say() { printf '%s\n' "$*" >&2; }

# --- What building needs --------------------------------------------------------------------------------------------

missing=()
need() { command -v "$1" >/dev/null || missing+=("$2"); }
need mvn maven
need objcopy binutils # jlink strips the runtime's native libraries with it
need xz xz-utils
case $wanted in *rpm*) need rpmbuild rpm ;; esac
# The sitting that the caches are made from draws its letters with these, though without a screen.
ldconfig -p | grep -q libpangoft2-1.0.so.0 || missing+=(libpangoft2-1.0-0)
if [ "${#missing[@]}" -gt 0 ]; then
    as_root=
    [ "$(id -u)" = 0 ] || as_root=sudo
    say "Installing ${missing[*]}"
    $as_root apt-get update -qq
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2
fi

# --- The image ------------------------------------------------------------------------------------------------------

installer/image.sh --icon installer/icons/quarry-256.png
image=$out/image/quarry
version=$(sed -n 's/^app.version=//p;s/^java-options=-Djpackage.app-version=//p' "$image/lib/app/quarry.cfg" | head -n 1)
# One start script for a checkout and an installed Quarry: it gives the command line a lighter JVM than the window.
install -m 755 bin/quarry "$image/bin/quarry"
"$image/bin/quarry" --train
"$image/bin/quarry" manual >"$out/quarry.1"
"$image/bin/quarry" completion >"$out/quarry.bash"

# --- What lies where on a system ------------------------------------------------------------------------------------

root=$out/root
mkdir -p "$root/opt" "$root/usr/bin" "$root/usr/share/applications" "$root/usr/share/mime/packages" \
    "$root/usr/share/man/man1" "$root/usr/share/bash-completion/completions" "$root/usr/share/doc/quarry"
cp -a "$image" "$root/opt/quarry"
ln -s ../../opt/quarry/bin/quarry "$root/usr/bin/quarry"
install -m 644 installer/linux/quarry.desktop "$root/usr/share/applications/"
install -m 644 installer/linux/quarry.xml "$root/usr/share/mime/packages/"
for size in 16 32 48 64 128 256 512; do
    install -D -m 644 "installer/icons/quarry-$size.png" "$root/usr/share/icons/hicolor/${size}x$size/apps/quarry.png"
done
install -D -m 644 installer/icons/quarry.svg "$root/usr/share/icons/hicolor/scalable/apps/quarry.svg"
gzip -9 -n -c "$out/quarry.1" >"$root/usr/share/man/man1/quarry.1.gz"
install -m 644 "$out/quarry.bash" "$root/usr/share/bash-completion/completions/quarry"
install -m 644 "$image/lib/app/NOTICES.txt" "$root/usr/share/doc/quarry/copyright"
chmod -R u+rwX,go+rX,go-w "$root"

# --- The packages ---------------------------------------------------------------------------------------------------

# No script runs when a package is installed or removed: the system's own triggers take up the desktop entry, the MIME types
# and the icons where there is a desktop, and nothing is missed where there is none. The user's folders are never touched.
make_deb() {
    local arch size
    arch=$(dpkg --print-architecture)
    size=$(du -sk "$root" | cut -f1)
    mkdir -p "$out/deb"
    cp -a "$root/." "$out/deb/"
    mkdir -p "$out/deb/DEBIAN"
    sed -e "s/@VERSION@/$version/" -e "s/@ARCH@/$arch/" -e "s/@SIZE@/$size/" installer/linux/control >"$out/deb/DEBIAN/control"
    dpkg-deb --root-owner-group -Zxz -z"$compression" --threads-max="$(nproc)" --build "$out/deb" "$out/quarry_${version}_$arch.deb" >&2
    rm -rf "$out/deb"
}

make_rpm() {
    rpmbuild -bb --quiet --define "_topdir $PWD/$out/rpm" --define "tree $PWD/$root" --define "app_version $version" \
        --define "_binary_payload w${compression}T$(nproc).xzdio" --define '__os_install_post %{nil}' --define '_build_id_links none' \
        installer/linux/quarry.spec >&2
    mv "$out"/rpm/RPMS/*/*.rpm "$out/"
    rm -rf "$out/rpm"
}

make_tar() {
    tar -C "$out/image" --owner=0 --group=0 -c quarry | gzip -"$compression" >"$out/quarry-$version-linux-$(uname -m).tar.gz"
}

for kind in $wanted; do
    say "Making the $kind"
    "make_$kind"
done
(cd "$out" && for file in *.deb *.rpm *.tar.gz; do [ ! -e "$file" ] || sha256sum "$file"; done >SHA256SUMS && cat SHA256SUMS)
