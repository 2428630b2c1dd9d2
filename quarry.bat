@echo off
rem Starts Quarry from a checkout on Windows: builds what is missing or older than its sources, then hands over to the
rem start script of the build. Needs a JDK 25 or newer and Maven 3.8 or newer, and says so when one is missing.
setlocal EnableExtensions DisableDelayedExpansion
set "ROOT=%~dp0"
set "APP=%ROOT%target\quarry"
set "JAR=%APP%\lib\quarry.jar"
set "LOG=%ROOT%target\quarry-build.log"

call :is_stale || goto hand_over
call :build || exit /b 4

:hand_over
rem Without "call" the other script takes this one's place, and its exit code is ours.
"%APP%\bin\quarry.bat" %*

:is_stale
if not exist "%JAR%" exit /b 0
if not exist "%APP%\bin\quarry.bat" exit /b 0
powershell -NoProfile -Command "$jar = (Get-Item -LiteralPath $env:JAR).LastWriteTimeUtc; $parts = 'src\main', 'prompts', 'styles', 'bin', 'pom.xml' | ForEach-Object { Join-Path $env:ROOT $_ } | Where-Object { Test-Path -LiteralPath $_ }; $all = @($parts | ForEach-Object { Get-Item -LiteralPath $_ }) + @(Get-ChildItem -LiteralPath $parts -Recurse); exit [int](-not ($all | Where-Object { $_.LastWriteTimeUtc -gt $jar } | Select-Object -First 1))"
exit /b %ERRORLEVEL%

:build
set "JDK="
for /f "usebackq delims=" %%J in (`call "%ROOT%bin\quarry.bat" --find-jdk`) do set "JDK=%%J"
if not defined JDK exit /b 1
where mvn >nul 2>nul || goto no_maven
>&2 echo Building Quarry. The first time this fetches libraries and takes some minutes.
if not exist "%ROOT%target" mkdir "%ROOT%target"
for /f %%T in ('powershell -NoProfile -Command "[datetime]::UtcNow.Ticks"') do set "BEGUN=%%T"
set "JAVA_HOME=%JDK%"
pushd "%ROOT%"
call mvn -B -Dmaven.test.skip=true package >"%LOG%" 2>&1
set "STATUS=%ERRORLEVEL%"
popd
if not "%STATUS%"=="0" goto broken
rem What was edited while Maven ran is newer than the jar then.
powershell -NoProfile -Command "(Get-Item -LiteralPath $env:JAR).LastWriteTimeUtc = New-Object DateTime ([long]$env:BEGUN), 'Utc'"
>&2 echo Built.
exit /b 0

:no_maven
>&2 echo Quarry is built with Maven 3.8 or newer and there is no mvn on the PATH: install it, such as with "scoop install maven" or from https://maven.apache.org, and start again.
exit /b 1

:broken
type "%LOG%" >&2
>&2 echo Quarry could not be built; the log above is in %LOG%.
exit /b 1
