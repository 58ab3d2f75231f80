; What in the folder that the setup is pointed at is ours. Nothing else is ever moved, written over or deleted.
!define MARK "left_by_xunion_desktop" ; in an _internal that the uninstaller could not delete whole

Var ours ; "1" where the _internal there may be replaced or deleted
Var foreign ; what lies in our place and is not ours; "" = nothing

; An _internal is ours with our program beside it, with the uninstaller's mark, or with files that no other program has
; (every version has them, see tests/build_spec/test_installer.py). In an empty one there is nothing to lose.
!macro whose_internal un
  Function ${un}whose_internal
    StrCpy $ours ""
    ${If} ${FileExists} "$INSTDIR\xunion_desktop.exe"
    ${OrIf} ${FileExists} "$INSTDIR\xunion-desktop.exe"
    ${OrIf} ${FileExists} "$INSTDIR\_internal\${MARK}"
      StrCpy $ours "1"
    ${ElseIf} ${FileExists} "$INSTDIR\_internal\forms\branches\*.*"
    ${AndIf} ${FileExists} "$INSTDIR\_internal\resources\values.toml"
      StrCpy $ours "1"
    ${Else}
      ${DirState} "$INSTDIR\_internal" $0
      ${If} $0 = 0 ; empty
        StrCpy $ours "1"
      ${EndIf}
    ${EndIf}
  FunctionEnd

  ; ~new and ~old are ours where they hold nothing but parts of the program; else $foreign names the folder $3.
  Function ${un}whose_parts
    FindFirst $0 $1 "$INSTDIR\$3\*.*"
    ${DoWhile} $1 != ""
      ${Select} $1
        ${Case3} "." ".." "written"
        ${Case3} "_internal" "xunion_desktop.exe" "xunion-desktop.exe"
        ${CaseElse}
          StrCpy $foreign "$3\$1"
      ${EndSelect}
      FindNext $0 $1
    ${Loop}
    FindClose $0
  FunctionEnd
!macroend
!insertmacro whose_internal ""
!insertmacro whose_internal "un."

Function find_what_is_foreign
  StrCpy $foreign ""
  StrCpy $3 "~new"
  Call whose_parts
  StrCpy $3 "~old"
  Call whose_parts
  Call whose_internal
  ${If} ${FileExists} "$INSTDIR\uninstall.exe"
  ${AndIfNot} ${FileExists} "$INSTDIR\xunion_desktop.exe"
  ${AndIfNot} ${FileExists} "$INSTDIR\xunion-desktop.exe"
    Call whose_uninstaller
  ${EndIf}
  ${If} $ours != "1"
  ${AndIf} ${FileExists} "$INSTDIR\_internal"
    StrCpy $foreign "_internal"
  ${EndIf}
FunctionEnd

; Many programs have an uninstall.exe: ours bears our name.
Function whose_uninstaller
  StrCpy $4 ""
  System::Call 'version::GetFileVersionInfoSizeW(t "$INSTDIR\uninstall.exe", p 0) i .r0'
  ${If} $0 > 0
    System::Alloc $0
    Pop $1
    System::Call 'version::GetFileVersionInfoW(t "$INSTDIR\uninstall.exe", i 0, i r0, p r1) i .r2'
    ${If} $2 <> 0
      System::Call 'version::VerQueryValueW(p r1, t "\StringFileInfo\080404B0\ProductName", *p .r3, *i .r0) i .r2'
      ${If} $2 <> 0
        System::Call '*$3(&t${NSIS_MAX_STRLEN} .r4)'
      ${EndIf}
    ${EndIf}
    System::Free $1
  ${EndIf}
  ${If} $4 != "${NAME}"
    StrCpy $foreign "uninstall.exe"
  ${EndIf}
FunctionEnd
