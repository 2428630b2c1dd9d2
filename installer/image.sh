#!/usr/bin/env bash
# Makes target/installer/image, a folder (on macOS an application) that runs without a JDK: the program, a Java runtime
# cut down to what it needs, and the caches that make its start fast. The scripts of the platforms make installers of it.
#
#   JAVA_HOME   the JDK 25 to build with; else one is searched
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export LC_ALL=C.UTF-8

jdk=$(bin/quarry --find-jdk)
package=target/quarry
out=target/installer
version=$(sed -n 's|^  <version>\(.*\)</version>|\1|p' pom.xml | head -n 1)
version=${version%-SNAPSHOT}

[ "${QUARRY_PACKAGED-}" ] || JAVA_HOME=$jdk mvn -B --no-transfer-progress -q -Dmaven.test.skip=true package
rm -rf "$out"
mkdir -p "$out/input"

# What the program and its libraries use of the JDK: javax.tools checks answers in Java, the samples are served by
# jdk.httpserver, the highlighters for languages without a grammar use the text classes of java.desktop.
modules=java.base,java.compiler,java.desktop,java.logging,java.management,java.naming,java.net.http,java.security.jgss
modules=$modules,java.sql,java.xml,jdk.charsets,jdk.compiler,jdk.crypto.ec,jdk.httpserver,jdk.management,jdk.net
modules=$modules,jdk.security.auth,jdk.unsupported,jdk.zipfs,javafx.controls
toolkit=$(printf '%s\n' "$package"/lib/fx/*.jar | paste -s -d "$(case $(uname -s) in MINGW* | MSYS*) echo ';' ;; *) echo : ;; esac)" -)
# No window is drawn by AWT or Swing, nothing is printed, and there is no sound. Each package has to keep
# a class.
unused='com/sun/media/sound/[^A]|sun/print/[^C]|sun/awt/X11/[^A]|javax/swing/plaf/(metal/[^D]|nimbus/[^A]|synth/[^C])'
"$jdk/bin/jlink" --module-path "$toolkit" --add-modules "$modules" --exclude-resources "regex:/java.desktop/($unused)[^/]*,regex:/javafx.graphics/[^/]+[.](so|dylib)" \
    --strip-debug --no-header-files --no-man-pages --output "$out/runtime"
for unused in awt_xawt fontmanager freetype javajpeg jawt jsound lcms mlib_image splashscreen; do
    rm -f "$out/runtime/lib/lib$unused."* "$out/runtime/bin/$unused.dll"
done
# The toolkit's native parts, where it looks for them first: see the execution fx-natives in pom.xml.
for library in "$package"/lib/fx/*.so "$package"/lib/fx/*.dylib; do
    [ ! -e "$library" ] || cp "$library" "$out/runtime/lib/"
done
# The interfaces of older releases, which a compiler reads when it is asked for one of them. Ours never is.
rm "$out/runtime/lib/ct.sym"

rm -f "$package"/lib/*.aot.* "$package"/lib/*.jsa.* # what a training that was ended has left
cp "$package"/lib/*.* "$out/input/"
rm -f "$out/input/"*.aot "$out/input/"*.jsa
"$jdk/bin/java" installer/Repack.java "$out/input"
"$jdk/bin/java" installer/Notices.java "$package/lib" "$out/runtime/legal" >"$out/input/NOTICES.txt"

"$jdk/bin/jpackage" --type app-image --name "${QUARRY_IMAGE_NAME-quarry}" --app-version "$version" --vendor Quarry \
    --description 'Code tasks on Amazon Bedrock' --runtime-image "$out/runtime" --input "$out/input" \
    --main-jar quarry.jar --main-class dev.quarry.app.Main --dest "$out/image" \
    --java-options --enable-native-access=ALL-UNNAMED,javafx.graphics \
    --java-options --sun-misc-unsafe-memory-access=allow \
    "$@"
