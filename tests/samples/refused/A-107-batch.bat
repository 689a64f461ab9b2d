@echo off
rem A sample that does nothing.
exit /b 0
