@echo off
rem Klik dua kali untuk membuka Meja. Di jendela perintah: zi periksa, zi bangun, zi catat.
setlocal
set "PYTHONUTF8=1"
set "ZI_PY=py -3"
where py >nul 2>nul
if errorlevel 1 set "ZI_PY=python"
%ZI_PY% -c "" >nul 2>nul
if errorlevel 1 goto tanpa_python
if "%~1"=="" goto pilih
%ZI_PY% "%~dp0scripts\zi.py" %*
exit /b %errorlevel%

:pilih
cd /d "%~dp0"
%ZI_PY% "%~dp0scripts\zi.py" meja
if errorlevel 1 pause
exit /b %errorlevel%

:tanpa_python
echo Python belum terpasang di komputer ini. Pasang dari https://www.python.org/downloads/ lalu ulangi.
pause
exit /b 1
