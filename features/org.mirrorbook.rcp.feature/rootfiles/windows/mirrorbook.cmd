@echo off
rem Starts Mirrorbook: without a command the workbench, with one that command (see mirrorbook --help).
setlocal EnableExtensions DisableDelayedExpansion
set "here=%~dp0"
set "java="
if defined JAVA_HOME call :try "%JAVA_HOME%\bin\java.exe"
if not defined java for /f "delims=" %%J in ('where java.exe 2^>nul') do if not defined java call :try "%%J"
if not defined java for /d %%D in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\jdk*" "%ProgramFiles%\Zulu\*" "%ProgramFiles%\Amazon Corretto\*" "%USERPROFILE%\.jdks\*") do if not defined java call :try "%%D\bin\java.exe"
if not defined java (
  echo Mirrorbook needs a Java of version 21 or newer, and found none in JAVA_HOME, on the path or in the usual folders. 1>&2
  echo Get Eclipse Temurin from adoptium.net, or run: winget install EclipseAdoptium.Temurin.21.JDK 1>&2
  exit /b 1
)
set "app="
for %%J in ("%here%plugins\org.mirrorbook.app_*.jar") do set "app=%%~fJ"
"%java%" --enable-native-access=ALL-UNNAMED -XX:+UseSerialGC -jar "%app%" %*
exit /b %ERRORLEVEL%

:try
if not exist %1 exit /b
set "version="
for /f tokens^=2^ delims^=^" %%V in ('"%~1" -version 2^>^&1 ^| findstr /c:" version "') do if not defined version for /f "delims=." %%N in ("%%V") do set "version=%%N"
if not defined version exit /b
for /f "delims=0123456789" %%X in ("%version%") do exit /b
if %version% GEQ 21 set "java=%~1"
exit /b
