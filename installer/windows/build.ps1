# Makes target\installer\Quarry-VERSION.msi. Runs on Windows with a JDK 25 (JAVA_HOME), Maven and WiX 3 or newer on the PATH.
$ErrorActionPreference = 'Stop'
Set-Location (Join-Path $PSScriptRoot '..\..')
$jdk = $env:JAVA_HOME
if (-not $jdk -or -not (Test-Path "$jdk\bin\jpackage.exe")) { throw 'Set JAVA_HOME to a JDK 25.' }

function Run([string]$program, [string[]]$arguments) {
    & $program @arguments
    if ($LASTEXITCODE -ne 0) { throw "$program ended with $LASTEXITCODE" }
}

$out = 'target\installer'
$lib = 'target\quarry\lib'
Run 'mvn' @('-B', '--no-transfer-progress', '-q', '-Dmaven.test.skip=true', 'package')
if (Test-Path $out) { Remove-Item -Recurse -Force $out }
New-Item -ItemType Directory "$out\input" | Out-Null
[xml]$pom = Get-Content pom.xml
$version = $pom.project.version -replace '-SNAPSHOT', ''

# The same modules as installer/image.sh names, and why.
$modules = 'java.base,java.compiler,java.desktop,java.logging,java.management,java.naming,java.net.http,' +
    'java.security.jgss,java.sql,java.xml,jdk.charsets,jdk.compiler,jdk.crypto.ec,jdk.crypto.mscapi,jdk.httpserver,' +
    'jdk.management,jdk.net,jdk.security.auth,jdk.unsupported,jdk.zipfs,javafx.controls'
$toolkit = (Get-ChildItem "$lib\fx\*.jar" | ForEach-Object FullName) -join ';'
Run "$jdk\bin\jlink.exe" @('--module-path', $toolkit, '--add-modules', $modules,
    '--strip-debug', '--no-header-files', '--no-man-pages', '--output', "$out\runtime")
Copy-Item "$lib\*.jar", "$lib\*.dll" "$out\input"
Run "$jdk\bin\java.exe" @("installer\Repack.java", "$out\input")
& "$jdk\bin\java.exe" installer\Notices.java $lib "$out\runtime\legal" | Out-File -Encoding utf8 "$out\input\NOTICES.txt"
if ($LASTEXITCODE -ne 0) { throw 'The licences are not complete.' }

$options = @('--enable-native-access=ALL-UNNAMED,javafx.graphics', '--sun-misc-unsafe-memory-access=allow')
Run "$jdk\bin\jpackage.exe" @('--type', 'app-image', '--name', 'Quarry', '--app-version', $version, '--vendor', 'Quarry',
    '--runtime-image', "$out\runtime", '--input', "$out\input", '--main-jar', 'quarry.jar',
    '--main-class', 'dev.quarry.app.Main', '--dest', "$out\image", '--icon', 'installer\icons\quarry.ico',
    '--java-options', $options[0], '--java-options', $options[1],
    '--java-options', '-Xms192m',
    '--java-options', '-XX:+UnlockDiagnosticVMOptions', '--java-options', '-XX:ArchiveRelocationMode=0',
    '--java-options', '-XX:SharedArchiveFile=$APPDIR\window.aot;$APPDIR\window.jsa',
    '--java-options', '-Xlog:aot*=off', '--java-options', '-Xlog:cds*=off')
$app = "$out\image\Quarry\app"
# The launcher names each jar; a cache holds for the class path that the jar of the program names by itself.
$config = Get-Content "$app\Quarry.cfg" | Where-Object { $_ -notmatch '^app\.classpath=' }
$config -replace '^\[Application\]$', "[Application]`napp.classpath=`$APPDIR\quarry.jar" | Set-Content "$app\Quarry.cfg"
# What the two caches are, and why there are two, says bin/quarry.
$options += @('-Dglass.platform=Headless', '-Dprism.order=sw', '-cp', "$app\quarry.jar")
Run "$out\runtime\bin\java.exe" ($options + @("-XX:AOTCacheOutput=$app\window.aot", '-XX:CompileThresholdScaling=20',
    'dev.quarry.app.Main', 'rehearse', 'first-frame'))
Run "$out\runtime\bin\java.exe" ($options + @("-XX:SharedArchiveFile=$app\window.aot",
    "-XX:ArchiveClassesAtExit=$app\window.jsa", 'dev.quarry.app.Main', 'rehearse'))
Run "$jdk\bin\jpackage.exe" @('--type', 'msi', '--app-image', "$out\image\Quarry", '--name', 'Quarry',
    '--app-version', $version, '--vendor', 'Quarry', '--win-menu', '--win-shortcut-prompt', '--win-dir-chooser',
    '--win-per-user-install', '--win-upgrade-uuid', '6c0f3b1e-8f0d-4a5c-9d43-2f1f5b7a9c64',
    '--file-associations', 'installer\mac\source-code.properties', '--dest', $out)
Get-ChildItem "$out\*.msi" | ForEach-Object { "$((Get-FileHash $_ -Algorithm SHA256).Hash.ToLower())  $($_.Name)" } |
    Tee-Object "$out\SHA256SUMS"
