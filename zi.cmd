@echo off
rem Satu perintah untuk semuanya: zi catat, zi periksa, zi bangun. Klik dua kali untuk memilih dari daftar.
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
%ZI_PY% "%~dp0scripts\zi.py" --bantuan
:lagi
echo.
set "ZI_PERINTAH="
set /p "ZI_PERINTAH=Perintah, misalnya periksa (kosong: selesai): "
if not defined ZI_PERINTAH exit /b 0
%ZI_PY% "%~dp0scripts\zi.py" %ZI_PERINTAH%
goto lagi

:tanpa_python
echo Python belum terpasang di komputer ini. Pasang dari https://www.python.org/downloads/ lalu ulangi.
pause
exit /b 1
