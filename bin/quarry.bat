@echo off
rem Starts Quarry on Windows: the window without arguments, the command line with them. Lies in bin\ beside lib\.
rem
rem   QUARRY_JAVA   a JDK's folder, or its java.exe, to use instead of searching
rem   --find-jdk    prints the folder of the JDK that would be used for building, and nothing else
setlocal EnableExtensions DisableDelayedExpansion
set "NEEDED=25"
set "APP=%~dp0.."
set "JDK="
set "WITH_COMPILER="

if not "%~1"=="--find-jdk" goto start
set "WITH_COMPILER=yes"
call :find_jdk || exit /b 4
echo %JDK%
exit /b 0

:start
call :find_jdk || exit /b 4
rem Netty and the native parts use what later JDKs will ask leave for; without these flags each start warns.
set "UNSAFE=--sun-misc-unsafe-memory-access=allow"
if "%~1"=="" goto window
if "%~1"=="--yes" goto window
if /i "%~1"=="window" goto window
rem The command line never loads the toolkit; it is over soon, so the JVM optimises less.
"%JDK%\bin\java.exe" --enable-native-access=ALL-UNNAMED %UNSAFE% -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:CompileThresholdScaling=5 -cp "%APP%\lib\quarry.jar" dev.quarry.app.Main %*
exit /b %ERRORLEVEL%

:window
"%JDK%\bin\java.exe" --enable-native-access=ALL-UNNAMED,javafx.graphics %UNSAFE% --module-path "%APP%\lib\fx" --add-modules javafx.controls -cp "%APP%\lib\quarry.jar" dev.quarry.app.Main
exit /b %ERRORLEVEL%

rem Sets JDK.
:find_jdk
if not defined QUARRY_JAVA goto search
call :fits "%QUARRY_JAVA%" && exit /b 0
for %%J in ("%QUARRY_JAVA%") do call :fits "%%~dpJ.." && exit /b 0
>&2 echo QUARRY_JAVA is %QUARRY_JAVA%, which is not a JDK %NEEDED% or newer: correct it, or unset it to have one searched.
exit /b 1

:search
if defined JAVA_HOME call :fits "%JAVA_HOME%" && exit /b 0
for %%J in (java.exe) do if not "%%~$PATH:J"=="" call :fits "%%~dp$PATH:J.." && exit /b 0
for %%V in ("Eclipse Adoptium" "Java" "Microsoft" "Amazon Corretto" "Zulu" "BellSoft" "Semeru" "RedHat") do (
    for /d %%D in ("%ProgramFiles%\%%~V\*") do call :fits "%%~D" && exit /b 0
)
for /d %%D in ("%LOCALAPPDATA%\Programs\Eclipse Adoptium\*" "%USERPROFILE%\.jdks\*") do call :fits "%%~D" && exit /b 0
for /d %%D in ("%USERPROFILE%\scoop\apps\*jdk*") do call :fits "%%~D\current" && exit /b 0
>&2 echo Quarry needs a JDK %NEEDED% or newer and found none in QUARRY_JAVA, JAVA_HOME, PATH or the usual folders: install one, such as Eclipse Temurin %NEEDED% from https://adoptium.net, and start again.
exit /b 1

rem Whether the folder holds a Java that is new enough. Reads the file every JDK carries instead of starting it.
:fits
if not exist "%~1\bin\java.exe" exit /b 1
if not exist "%~1\release" exit /b 1
if defined WITH_COMPILER if not exist "%~1\bin\javac.exe" exit /b 1
set "VERSION="
for /f "usebackq tokens=2 delims==" %%R in (`findstr /b "JAVA_VERSION=" "%~1\release"`) do set "VERSION=%%~R"
if not defined VERSION exit /b 1
set "MAJOR=0"
for /f "delims=.-+_ " %%M in ("%VERSION%") do set "MAJOR=%%M"
if %MAJOR% LSS %NEEDED% exit /b 1
set "JDK=%~1"
exit /b 0
