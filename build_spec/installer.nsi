; The setup of 工会工作台: for one user, without administrator rights, in Chinese.
;   makensis -INPUTCHARSET UTF8 -DVERSION=0.1.0 -DSOURCE=folder -DLONGEST=99 -DOUT=setup.exe
;     [-DAMD64] [-DFAST] installer.nsi
; (LONGEST: letters of the longest place of a file in the folder)
; Exit codes of a silent run (/S):
;   0 done
;   1 cancelled
;   2 broken off, the version before is whole; of the uninstaller: files that somebody holds are left
;   3 Windows is too old
;   4 no room
;   5 the program is running
;   6 the folder cannot be used: no rights, its path is too long, something in it is not ours
;   7 broken off, the version before is in pieces; the next run puts them together first
;   8 a newer version is installed there
; The books are never touched: they lie outside the program's folder.
Unicode true
!ifdef AMD64
  Target amd64-unicode
!else
  Target x86-unicode ; runs on 32-bit Windows too, so that it can say what is needed
!endif
ManifestDPIAware true
ManifestSupportedOS all
RequestExecutionLevel user
CRCCheck force
!ifdef FAST
  SetCompressor zlib ; for proving: the same setup, made in seconds
!else
  SetCompressor /SOLID lzma
  SetCompressorDictSize 32 ; MB: the second program is packed as a repetition of the first
!endif
SetDatablockOptimize on

!include MUI2.nsh
!include LogicLib.nsh
!include WinVer.nsh
!include x64.nsh
!include FileFunc.nsh
!include WordFunc.nsh

!define NAME "工会工作台"
!define ID "xunion_desktop"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\${ID}"
!define BOOK "xunion.book"
!define OWN "Software\xunion\${ID}"
!define BEFORE "opened_before" ; what .xunion belonged to before us
!define LONGEST_PATH 259 ; letters that Windows 10 opens without more ado
!define DATA "$LOCALAPPDATA\xunion\xunion_desktop"

Name "${NAME} ${VERSION}"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\${ID}"
InstallDirRegKey HKCU "${OWN}" "folder"
BrandingText "${NAME}"

VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=2052 "ProductName" "${NAME}"
VIAddVersionKey /LANG=2052 "FileDescription" "${NAME} 安装程序"
VIAddVersionKey /LANG=2052 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=2052 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=2052 "LegalCopyright" "木兰宽松许可证，第 2 版"

!define MUI_ICON "..\resources\icons\program.ico"
!define MUI_UNICON "..\resources\icons\program.ico"
!define MUI_ABORTWARNING
!define MUI_WELCOMEPAGE_TEXT "安装只为当前用户进行，不需要管理员权限，也不需要网络。$\r$\n$\r$\n已经装过旧版的，直接装上新版即可：本子、备份和设置都原样保留。"
!define MUI_FINISHPAGE_RUN "$INSTDIR\xunion_desktop.exe"
!define MUI_FINISHPAGE_RUN_TEXT "打开${NAME}"
!define MUI_UNCONFIRMPAGE_TEXT_TOP "只卸载程序。本子、备份和设置不会删除，它们在：$\r$\n${DATA}"
!define MUI_FINISHPAGE_NOAUTOCLOSE
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "SimpChinese"

; Say why, and leave with this exit code; the folder that is only half there goes.
!macro refuse code sentence
  MessageBox MB_OK|MB_ICONSTOP "${sentence}" /SD IDOK
  SetErrorLevel ${code}
  Quit
!macroend

; A file of a running program cannot be opened for writing: Windows says that it is shared (32), locked (33) or mapped
; (1224). Any other refusal is one of rights, or the disk's.
!macro refuse_while_running file
  ${If} ${FileExists} "$INSTDIR\${file}"
    System::Call 'kernel32::CreateFile(t "$INSTDIR\${file}", i 0x40000000, i 1, p 0, i 3, i 0, p 0) p .r0 ?e'
    Pop $1
    ${If} $0 != -1
      System::Call 'kernel32::CloseHandle(p r0)'
    ${ElseIf} $1 = 32
    ${OrIf} $1 = 33
    ${OrIf} $1 = 1224
      !insertmacro refuse 5 "${NAME}正在运行。请先关闭它，再重新运行本程序。$\r$\n$\r$\n已经关闭了的，是杀毒软件正在检查，过一会儿再运行。"
    ${Else}
      !insertmacro refuse 6 "“$INSTDIR\${file}”不能改写。请管理员打开这个文件夹的写入权限，再重新运行。"
    ${EndIf}
  ${EndIf}
!macroend

Function .onInit
  SetShellVarContext current
  ${IfNot} ${RunningX64}
    !insertmacro refuse 3 "${NAME}需要 64 位的 Windows 10（1809 以上）或 Windows 11。这台电脑的 Windows 是 32 位的，不能安装。"
  ${EndIf}
  ${IfNot} ${AtLeastWin10}
  ${OrIfNot} ${AtLeastBuild} 17763
    !insertmacro refuse 3 "${NAME}需要 Windows 10（1809 以上）或 Windows 11。这台电脑的 Windows 太旧，不能安装。"
  ${EndIf}
FunctionEnd

; Everything is unpacked beside the old version first: a full disk or a damaged setup leaves the old one whole.
Section "${NAME}" program
  SectionIn RO
  !insertmacro refuse_while_running "xunion_desktop.exe"
  !insertmacro refuse_while_running "xunion-desktop.exe"
  Call demand_a_folder_of_its_own
  Call mend_the_last_run
  Call refuse_to_go_back
  Call demand_room
  RMDir /r "$INSTDIR\~new"
  ClearErrors
  CreateDirectory "$INSTDIR\~new"
  FileOpen $0 "$INSTDIR\~new\written" w
  ${If} ${Errors}
    !insertmacro refuse 6 "文件夹“$INSTDIR”不能写入。请换一个文件夹，或请管理员打开写入权限。"
  ${EndIf}
  FileClose $0
  Delete "$INSTDIR\~new\written"
  SetOutPath "$INSTDIR\~new"
  ClearErrors
  File /r "${SOURCE}\*"
  ${If} ${Errors}
    Call give_up
  ${EndIf}
  SetOutPath "$INSTDIR"
  Call take_over
  WriteUninstaller "$INSTDIR\uninstall.exe"
  Call tell_windows
SectionEnd

!include ours.nsh

; Windows opens no file whose place is longer, and what is not ours is let alone.
Function demand_a_folder_of_its_own
  StrLen $0 "$INSTDIR\~new\"
  IntOp $0 $0 + ${LONGEST}
  ${If} $0 > ${LONGEST_PATH}
    IntOp $0 $0 - ${LONGEST_PATH}
    !insertmacro refuse 6 "文件夹“$INSTDIR”的路径太长（多了 $0 个字），Windows 放不下。请换一个路径短一些的文件夹。"
  ${EndIf}
  Call find_what_is_foreign
  ${If} $foreign != ""
    !insertmacro refuse 6 "文件夹“$INSTDIR”里有别的程序或文件（$foreign），不是${NAME}的，没有动它。请换一个文件夹。"
  ${EndIf}
FunctionEnd

; A book that a newer version has opened cannot be opened by an older one.
Function refuse_to_go_back
  ${If} ${FileExists} "$INSTDIR\xunion_desktop.exe"
    ${GetFileVersion} "$INSTDIR\xunion_desktop.exe" $0
    ${VersionCompare} "$0" "${VERSION}.0" $1
    ${If} $1 = 1
      !insertmacro refuse 8 "已经装了更新的版本（$0），没有换成旧版 ${VERSION}：新版用过的本子，旧版打不开。$\r$\n$\r$\n一定要换回旧版的，先卸载新版（本子不会删除），再运行本程序。"
    ${EndIf}
  ${EndIf}
FunctionEnd

; A 32-bit setup counts to 2 TB of KB only, so 64-bit numbers are compared. A disk that does not tell is tried.
Function demand_room
  SectionGetSize ${program} $1 ; KB
  ${GetRoot} "$INSTDIR" $0
  ${DriveSpace} "$0\" "/D=F /S=K" $2
  ${If} $2 != ""
  ${AndIf} $2 L< $1
    IntOp $1 $1 / 1024
    System::Int64Op $2 / 1024
    Pop $2
    !insertmacro refuse 4 "磁盘空间不够：要 $1 MB，只剩 $2 MB。请先腾出空间，再重新运行。"
  ${EndIf}
FunctionEnd

Function give_up
  SetOutPath "$TEMP"
  RMDir /r "$INSTDIR\~new"
  RMDir "$INSTDIR\~old"
  RMDir "$INSTDIR"
  !insertmacro refuse 2 "没有装完，原来的版本没有动，本子也没有动。$\r$\n$\r$\n多半是磁盘满了，安装程序没有复制完整，或者有文件被别的程序占着（杀毒软件）。请检查以后再运行一次；还不行，重新启动电脑再试。"
FunctionEnd

Function .onInstFailed
  SetOutPath "$TEMP"
  RMDir /r "$INSTDIR\~new"
  RMDir "$INSTDIR"
FunctionEnd

!include takeover.nsh

; Shortcuts, the double click on a book, and the line under 应用和功能.
Function tell_windows
  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\xunion_desktop.exe"
  CreateShortcut "$DESKTOP\${NAME}.lnk" "$INSTDIR\xunion_desktop.exe"
  WriteRegStr HKCU "${OWN}" "folder" "$INSTDIR"
  ReadRegStr $0 HKCU "Software\Classes\.xunion" ""
  ${If} $0 != "${BOOK}"
    WriteRegStr HKCU "${OWN}" "${BEFORE}" "$0"
    WriteRegStr HKCU "Software\Classes\.xunion" "" "${BOOK}"
  ${EndIf}
  WriteRegStr HKCU "Software\Classes\${BOOK}" "" "${NAME}的本子"
  WriteRegStr HKCU "Software\Classes\${BOOK}\DefaultIcon" "" "$INSTDIR\xunion_desktop.exe,0"
  WriteRegStr HKCU "Software\Classes\${BOOK}\shell\open\command" "" '"$INSTDIR\xunion_desktop.exe" --book "%1"'
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\xunion_desktop.exe"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  SectionGetSize ${program} $1
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" $1
FunctionEnd

Function un.onInit
  SetShellVarContext current
FunctionEnd

; Another program that opened .xunion before us opens it again, unless it has gone meanwhile; one that took it from us
; keeps it.
Function un.give_the_double_click_back
  ReadRegStr $0 HKCU "Software\Classes\.xunion" ""
  ${If} $0 == "${BOOK}"
    ReadRegStr $1 HKCU "${OWN}" "${BEFORE}"
    ${If} $1 != ""
      EnumRegKey $2 HKCU "Software\Classes\$1" 0 ; what can open a file has keys of its own there, or for all users
      ${If} $2 == ""
        EnumRegKey $2 HKCR "$1" 0
      ${EndIf}
    ${Else}
      StrCpy $2 ""
    ${EndIf}
    ${If} $2 == ""
      DeleteRegValue HKCU "Software\Classes\.xunion" ""
      DeleteRegKey /ifempty HKCU "Software\Classes\.xunion"
    ${Else}
      WriteRegStr HKCU "Software\Classes\.xunion" "" "$1"
    ${EndIf}
  ${EndIf}
FunctionEnd

Var left ; "1" where files of _internal that somebody holds are left

; What is left of _internal gets a mark, so that the next setup knows it as ours.
Function un.delete_our_folders
  StrCpy $left ""
  Call un.whose_internal
  ${If} $ours == "1"
    RMDir /r "$INSTDIR\_internal"
    ${If} ${FileExists} "$INSTDIR\_internal"
      StrCpy $left "1"
      FileOpen $0 "$INSTDIR\_internal\${MARK}" w
      FileClose $0
    ${EndIf}
  ${EndIf}
  StrCpy $3 "~new"
  Call un.delete_parts
  StrCpy $3 "~old"
  Call un.delete_parts
FunctionEnd

Function un.delete_parts
  StrCpy $foreign ""
  Call un.whose_parts
  ${If} $foreign == ""
    RMDir /r "$INSTDIR\$3"
  ${EndIf}
FunctionEnd

Section "Uninstall"
  !insertmacro refuse_while_running "xunion_desktop.exe"
  !insertmacro refuse_while_running "xunion-desktop.exe"
  Call un.delete_our_folders
  Delete "$INSTDIR\xunion_desktop.exe"
  Delete "$INSTDIR\xunion-desktop.exe"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR" ; stays where anything else lies in it
  Delete "$SMPROGRAMS\${NAME}.lnk"
  Delete "$DESKTOP\${NAME}.lnk"
  DeleteRegKey HKCU "${UNINSTALL}"
  Call un.give_the_double_click_back
  DeleteRegKey HKCU "${OWN}"
  DeleteRegKey /ifempty HKCU "Software\xunion"
  DeleteRegKey HKCU "Software\Classes\${BOOK}"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
  ${If} $left == "1"
  ${OrIf} ${FileExists} "$INSTDIR\xunion_desktop.exe"
  ${OrIf} ${FileExists} "$INSTDIR\xunion-desktop.exe"
    !insertmacro refuse 2 "程序卸载了，但有文件被别的程序占着，还留在“$INSTDIR”里。请重新启动电脑，再删除这个文件夹。$\r$\n$\r$\n本子、备份和设置都还在：$\r$\n${DATA}"
  ${EndIf}
  MessageBox MB_OK|MB_ICONINFORMATION "程序已经卸载。本子、备份和设置都还在：$\r$\n${DATA}" /SD IDOK
SectionEnd
