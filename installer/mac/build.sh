#!/usr/bin/env bash
# Makes target/installer/Quarry-VERSION.dmg. Runs on macOS with a JDK 25 and Maven. The disk image is not signed: who hands
# it on signs it with codesign and notarytool.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

out=target/installer
QUARRY_IMAGE_NAME=Quarry installer/image.sh --icon installer/icons/quarry.icns --mac-package-identifier dev.quarry \
    --java-options '-XX:AOTCache=$APPDIR/window.aot' --java-options '-Xlog:aot*=off' --java-options '-Xlog:cds*=off' \
    --java-options -Xdock:name=Quarry
app=$out/image/Quarry.app/Contents
# One launcher for window and command line: its options are the window's, and so is the cache.
"$out/runtime/bin/java" -XX:AOTCacheOutput="$app/app/window.aot" -XX:CompileThresholdScaling=20 \
    --enable-native-access=ALL-UNNAMED,javafx.graphics --sun-misc-unsafe-memory-access=allow \
    -Dglass.platform=Headless -Dprism.order=sw -cp "$app/app/quarry.jar" dev.quarry.app.Main rehearse >"$out/train.log" 2>&1
# The launcher names each jar; a cache holds for the class path that the jar of the program names by itself.
sed -i '' -e '/^app\.classpath=/d' "$app/app/Quarry.cfg"
sed -i '' -e 's|^\[Application\]$|&\
app.classpath=$APPDIR/quarry.jar|' "$app/app/Quarry.cfg"
version=$(sed -n 's/^java-options=-Djpackage.app-version=//p' "$app/app/Quarry.cfg")
"$(bin/quarry --find-jdk)/bin/jpackage" --type dmg --app-image "$out/image/Quarry.app" --name Quarry \
    --app-version "${version:-1.0}" --file-associations installer/mac/source-code.properties --dest "$out"
(cd "$out" && shasum -a 256 ./*.dmg >SHA256SUMS && cat SHA256SUMS)
