@echo off
rem Build on Windows itself: Python 3.11 must be there (py -3.11); makensis is used where it is installed.
rem The results lie in dist\. Under Linux use: python3 build_spec/windows.py
setlocal
chcp 65001 >nul
cd /d "%~dp0.."
set PYTHONUTF8=1
set PYTHONHASHSEED=0
set SOURCE_DATE_EPOCH=1700000000
set QT_QPA_PLATFORM=offscreen
if not exist build\venv py -3.11 -m venv build\venv || goto failed
set PYTHON=build\venv\Scripts\python.exe
%PYTHON% -m pip install -q --disable-pip-version-check --require-hashes -r build_spec\requirements-windows.lock || goto failed
%PYTHON% -m pytest -q || goto failed
%PYTHON% -m PyInstaller --noconfirm --clean --distpath build\frozen --workpath build\work build_spec\xunion.spec || goto failed
%PYTHON% build_spec\dlls.py build\frozen\xunion_desktop || goto failed
build\frozen\xunion_desktop\xunion-desktop.exe self-test || goto failed
%PYTHON% build_spec\handing_out.py build\frozen\xunion_desktop dist || goto failed
echo 做好了，在 dist 文件夹里。
exit /b 0
:failed
echo 没有做成，原因见上面几行。
exit /b 1
