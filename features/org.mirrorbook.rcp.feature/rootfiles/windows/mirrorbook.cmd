@echo off
rem Starts Mirrorbook: without a command the workbench, with one that command (see mirrorbook --help).
setlocal EnableExtensions DisableDelayedExpansion
set "here=%~dp0"
set "java="
if defined JAVA_HOME call :try "%JAVA_HOME%"
for /f "delims=" %%J in ('where java.exe 2^>nul') do call :try "%%~dpJ.."
for /d %%D in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\jdk*" "%ProgramFiles%\Zulu\*" "%ProgramFiles%\Amazon Corretto\*" "%USERPROFILE%\.jdks\*") do call :try "%%~D"
if not defined java (
  echo Mirrorbook needs a Java of version 21 or newer, and found none in JAVA_HOME, on the path or in the usual folders. 1>&2
  echo Get Eclipse Temurin from adoptium.net, or run: winget install EclipseAdoptium.Temurin.21.JDK 1>&2
  exit /b 1
)
set "app="
for %%J in ("%here%plugins\org.mirrorbook.app_*.jar") do set "app=%%~fJ"
"%java%" --enable-native-access=ALL-UNNAMED -XX:+UseSerialGC -jar "%app%" %*
exit /b %ERRORLEVEL%

rem :try HOME - takes this Java unless there is one already; its file "release" tells the version
:try
if defined java exit /b 0
if not exist "%~1\bin\java.exe" exit /b 0
if not exist "%~1\release" exit /b 0
set "version="
for /f "tokens=2 delims==" %%V in ('findstr /b JAVA_VERSION^= "%~1\release"') do for /f "delims=." %%N in ("%%~V") do set "version=%%N"
if not defined version exit /b 0
if %version% GEQ 21 set "java=%~1\bin\java.exe"
exit /b 0
