#!/usr/bin/env bash
# Makes target/installer/Quarry-VERSION.dmg. Runs on macOS with a JDK 25 and Maven. The disk image is not signed: who hands
# it on signs it with codesign and notarytool.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

out=target/installer
QUARRY_IMAGE_NAME=Quarry installer/image.sh --icon installer/icons/quarry.icns --mac-package-identifier dev.quarry \
    --java-options -Xms192m --java-options -XX:+UnlockDiagnosticVMOptions --java-options -XX:ArchiveRelocationMode=0 \
    --java-options '-XX:SharedArchiveFile=$APPDIR/window.aot:$APPDIR/window.jsa' \
    --java-options '-Xlog:aot*=off' --java-options '-Xlog:cds*=off' --java-options -Xdock:name=Quarry
app=$out/image/Quarry.app/Contents
# One launcher for window and command line: its options are the window's, and so are the caches. What they are, and why
# there are two, says bin/quarry.
train() { # options, of the JVM and then of the program
    "$out/runtime/bin/java" --enable-native-access=ALL-UNNAMED,javafx.graphics --sun-misc-unsafe-memory-access=allow \
        -Dglass.platform=Headless -Dprism.order=sw -cp "$app/app/quarry.jar" "$@" >>"$out/train.log" 2>&1
}
train -XX:AOTCacheOutput="$app/app/window.aot" -XX:CompileThresholdScaling=20 dev.quarry.app.Main rehearse first-frame
train -XX:SharedArchiveFile="$app/app/window.aot" -XX:ArchiveClassesAtExit="$app/app/window.jsa" \
    dev.quarry.app.Main rehearse
# The launcher names each jar; a cache holds for the class path that the jar of the program names by itself.
sed -i '' -e '/^app\.classpath=/d' "$app/app/Quarry.cfg"
sed -i '' -e 's|^\[Application\]$|&\
app.classpath=$APPDIR/quarry.jar|' "$app/app/Quarry.cfg"
version=$(sed -n 's/^java-options=-Djpackage.app-version=//p' "$app/app/Quarry.cfg")
"$(bin/quarry --find-jdk)/bin/jpackage" --type dmg --app-image "$out/image/Quarry.app" --name Quarry \
    --app-version "${version:-1.0}" --file-associations installer/mac/source-code.properties --dest "$out"
(cd "$out" && shasum -a 256 ./*.dmg >SHA256SUMS && cat SHA256SUMS)
