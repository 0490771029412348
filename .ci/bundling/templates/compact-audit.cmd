@echo off
rem Starts Compact audit from the folder that this file lies in. It installs nothing and changes nothing here.
setlocal
title Compact audit
set "HERE=%~dp0"
set "PYTHON=%HERE%python\python.exe"

if not exist "%HERE%start.py" goto not_unpacked
if not exist "%PYTHON%" goto no_python

"%PYTHON%" -I -S -B -c "import sys"
if not "%ERRORLEVEL%"=="0" goto blocked

rem -I and -S: nothing of yours or of other packages gets in. -B: nothing is written here.
"%PYTHON%" -I -S -B "%HERE%start.py"$option %*
set "ENDED=%ERRORLEVEL%"
if "%ENDED%"=="0" exit /b 0
if not "%~1"=="" exit /b %ENDED%
echo.
echo Compact audit ended with number %ENDED%. What you typed and saw as saved is safe.
echo If a message stands above, it says why. If none does, open a terminal window in this folder and type
echo    "$name" doctor
goto wait

:not_unpacked
echo The rest of the folder is not beside this file.
echo You have probably opened it inside the .zip. Close this window, right-click the .zip, choose
echo "Extract all", and start this file in the folder that was made.
set "ENDED=4"
goto wait

:no_python
echo Python is not in this folder yet:
echo    "%PYTHON%"
echo The file python\read-me.txt says how it is put there. It takes two minutes, once, and needs no
echo administrator. If you did not get this folder from your IT department, ask them.
set "ENDED=4"
goto wait

:blocked
set "ENDED=4"
echo Python is in this folder, but this computer did not start it:
echo    "%PYTHON%"
echo Most often an application control policy (AppLocker, App Control for Business) blocks programs outside
echo the usual folders, or Python is not the one for 64 bit. Show the page for-IT.html to your IT department.
goto wait

:wait
echo.
if "%~1"=="" pause
exit /b %ENDED%
