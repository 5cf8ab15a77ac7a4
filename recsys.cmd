@echo off
rem Runs the command line of recsys4j on Windows, building it first where that is missing.
rem After a change of the sources, build again: mvn -q -B -Dquick package
setlocal
set "HERE=%~dp0"
set "LIB=%HERE%recsys-bench\target\recsys\lib"
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
"%JAVA%" -version >nul 2>&1 || (echo recsys: no java found: install a JDK 17 or newer, see README.md 1>&2 & exit /b 2)
if not exist "%LIB%" (
  where mvn >nul 2>&1 || (echo recsys: no mvn found: install Maven 3.8 or newer, see README.md 1>&2 & exit /b 2)
  echo recsys: building ^(the first time, Maven downloads libraries^) 1>&2
  pushd "%HERE%"
  call mvn -q -B -Dquick package 1>&2 || (popd & echo recsys: the build failed 1>&2 & exit /b 2)
  popd
)
"%JAVA%" -XX:MaxRAMPercentage=60 -Dfile.encoding=UTF-8 %RECSYS_JAVA_OPTS% -cp "%LIB%\*" org.recsys4j.bench.cli.RecsysCommand %*
exit /b %ERRORLEVEL%
