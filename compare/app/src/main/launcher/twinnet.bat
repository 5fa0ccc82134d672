@echo off
rem Starts Twinnet with Java 17 or later: that of JAVA_HOME, else the one on the path. TWINNET_OPTS are options of the
rem JVM, such as -Xmx4g.
setlocal
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java.exe"
"%java%" -version >nul 2>&1
if errorlevel 1 (
  echo twinnet: no Java was found; install a JDK or JRE of version 17 or later, or set JAVA_HOME to one 1>&2
  exit /b 2
)
set "version=0"
for /f tokens^=2^ delims^=^" %%v in ('""%java%" -version 2^>^&1"') do if "%version%"=="0" set "version=%%v" & goto :found
:found
for /f "delims=." %%m in ("%version%") do set "major=%%m"
if %major% LSS 17 (
  echo twinnet: %java% is Java %version%; set JAVA_HOME to a JDK or JRE of version 17 or later 1>&2
  exit /b 2
)
"%java%" %TWINNET_OPTS% -jar "%~dp0twinnet.jar" %*
exit /b %errorlevel%
