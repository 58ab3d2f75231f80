@echo off
rem Build on Windows itself: Python 3.11 must be there; makensis is used where NSIS is installed.
rem The results lie in dist\. Under Linux use: python3 build_spec/windows.py
rem This file is ASCII with CRLF: cmd loses its place in a file of other bytes. What a person reads is in *.txt and *.py.
rem Every step is asked for its code: wine 8 misreads what stands between two programs on one line.
rem Exit codes: 0 built, 1 a step failed, 3 no Python 3.11.
setlocal EnableExtensions DisableDelayedExpansion
rem Also from \\server\share, which cd refuses
pushd "%~dp0.."
if not exist build_spec\windows.cmd exit /b 1
set PYTHONUTF8=1
set PYTHONHASHSEED=0
set SOURCE_DATE_EPOCH=1700000000
set QT_QPA_PLATFORM=offscreen
call :build
set RESULT=%ERRORLEVEL%
if %RESULT%==1 call :say not_built
if %RESULT%==3 call :say no_python
popd
exit /b %RESULT%

:build
set BASE=python
%BASE% -c "import sys; sys.exit(sys.version_info[:2] != (3, 11))" >nul 2>nul
if not %ERRORLEVEL%==0 set BASE=py -3.11
%BASE% -c "import sys; sys.exit(sys.version_info[:2] != (3, 11))" >nul 2>nul
if not %ERRORLEVEL%==0 exit /b 3
%BASE% -m venv build\venv
if not %ERRORLEVEL%==0 exit /b 1
set PYTHON=build\venv\Scripts\python.exe
set TESTS=tests\basics tests\store tests\sheets tests\paper tests\people tests\commands tests\build_spec
%PYTHON% -m pip install -q --disable-pip-version-check --require-hashes -r build_spec\requirements-windows.lock
if not %ERRORLEVEL%==0 exit /b 1
%PYTHON% -m pytest -q -p no:cacheprovider --ignore-glob=*test_page*.py %TESTS%
if not %ERRORLEVEL%==0 exit /b 1
%PYTHON% -m PyInstaller --noconfirm --clean --log-level ERROR --distpath build\frozen --workpath build\work build_spec\xunion.spec
if not %ERRORLEVEL%==0 exit /b 1
%PYTHON% build_spec\dlls.py build\frozen\xunion_desktop
if not %ERRORLEVEL%==0 exit /b 1
build\frozen\xunion_desktop\xunion-desktop.exe self-test --picture build\window.png
if not %ERRORLEVEL%==0 exit /b 1
%PYTHON% build_spec\handing_out.py build\frozen\xunion_desktop dist
if not %ERRORLEVEL%==0 exit /b 1
exit /b 0

:say
for /f "tokens=2 delims=:." %%p in ('chcp') do set PAGE=%%p
chcp 65001 >nul
type build_spec\%1.txt
chcp %PAGE% >nul
exit /b 0
