@echo off
rem Build on Windows itself: Python 3.11 must be there; makensis is used where NSIS is installed.
rem The results lie in dist\. Under Linux use: python3 build_spec/windows.py
rem This file is ASCII with CRLF: cmd loses its place in a file of other bytes. What a person reads says handing_out.py.
setlocal
cd /d "%~dp0.."
set PYTHONUTF8=1
set PYTHONHASHSEED=0
set SOURCE_DATE_EPOCH=1700000000
set QT_QPA_PLATFORM=offscreen
set BASE=python
%BASE% -c "import sys; sys.exit(sys.version_info[:2] != (3, 11))" >nul 2>nul || set BASE=py -3.11
if not exist build\venv\Scripts\python.exe %BASE% -m venv build\venv || goto failed
set PYTHON=build\venv\Scripts\python.exe
set TESTS=tests\basics tests\store tests\sheets tests\paper tests\people tests\commands tests\build_spec
%PYTHON% -m pip install -q --disable-pip-version-check --require-hashes -r build_spec\requirements-windows.lock || goto failed
%PYTHON% -m pytest -q -p no:cacheprovider --ignore-glob=*test_page*.py %TESTS% || goto failed
%PYTHON% -m PyInstaller --noconfirm --clean --log-level ERROR --distpath build\frozen --workpath build\work build_spec\xunion.spec || goto failed
%PYTHON% build_spec\dlls.py build\frozen\xunion_desktop || goto failed
build\frozen\xunion_desktop\xunion-desktop.exe self-test || goto failed
%PYTHON% build_spec\handing_out.py build\frozen\xunion_desktop dist || goto failed
exit /b 0
:failed
echo Not built; the lines above say why.
exit /b 1
