; The program is three parts. A new version takes the place of the old one by renaming: first every old part is set
; aside into ~old, then every new one comes in. So the change is unfinished exactly where a part is missing, and what
; happens to it – a part that somebody holds open, a power cut – can be taken back, now or when the setup runs next.
!macro of_every_part deed
  !insertmacro ${deed} "_internal"
  !insertmacro ${deed} "xunion_desktop.exe"
  !insertmacro ${deed} "xunion-desktop.exe"
!macroend

Var stuck ; what could not be renamed; "" while all goes well
Var entering ; "1" as soon as what stands in its place may be a part of the new version

!macro set_aside part
  !insertmacro move "${part}" "$INSTDIR" "$INSTDIR\~old"
!macroend

!macro bring_in part
  !insertmacro move "${part}" "$INSTDIR\~new" "$INSTDIR"
  ${IfNot} ${FileExists} "$INSTDIR\${part}" ; a virus scanner took it away
    StrCpy $stuck "${part}"
  ${EndIf}
!macroend

!macro take_out part
  ${If} $entering == "1"
  ${OrIf} ${FileExists} "$INSTDIR\~old\${part}"
    !insertmacro move "${part}" "$INSTDIR" "$INSTDIR\~new"
  ${EndIf}
!macroend

!macro put_back part
  !insertmacro move "${part}" "$INSTDIR\~old" "$INSTDIR"
!macroend

!macro move part from to
  ${If} $stuck == ""
  ${AndIf} ${FileExists} "${from}\${part}"
    StrCpy $0 "${from}\${part}"
    StrCpy $1 "${to}\${part}"
    Call rename_patiently
  ${EndIf}
!macroend

; Rename $0 to $1: what was written just now is often held by a virus scanner, and let go after a moment.
Function rename_patiently
  StrCpy $2 20
  ${Do}
    ClearErrors
    Rename "$0" "$1"
    ${IfNot} ${Errors}
      Return
    ${EndIf}
    Sleep 250
    IntOp $2 $2 - 1
  ${LoopUntil} $2 = 0
  StrCpy $stuck "$0"
FunctionEnd

Function take_over
  RMDir /r "$INSTDIR\~old"
  CreateDirectory "$INSTDIR\~old"
  StrCpy $stuck ""
  StrCpy $entering ""
  !insertmacro of_every_part set_aside
  ${If} $stuck == ""
    StrCpy $entering "1"
    !insertmacro of_every_part bring_in
  ${EndIf}
  ${If} $stuck != ""
    Call go_back
    Call give_up
  ${EndIf}
  RMDir /r "$INSTDIR\~new"
  RMDir /r "$INSTDIR\~old"
FunctionEnd

; The version before stands again as it was, or it is said that it does not.
Function go_back
  StrCpy $stuck ""
  CreateDirectory "$INSTDIR\~new"
  !insertmacro of_every_part take_out
  !insertmacro of_every_part put_back
  ${If} $stuck != ""
    SetOutPath "$TEMP"
    !insertmacro refuse 7 "没有装完，原来的版本现在也不完整，打不开：有文件被别的程序占着（$stuck）。$\r$\n$\r$\n本子没有动。请重新启动电脑，再运行一次本程序。"
  ${EndIf}
FunctionEnd

; Where a run before was cut off between the parts, the version before is put together again.
Function mend_the_last_run
  StrCpy $entering ""
  ${If} ${FileExists} "$INSTDIR\~old\*.*"
    ${IfNot} ${FileExists} "$INSTDIR\_internal"
    ${OrIfNot} ${FileExists} "$INSTDIR\xunion_desktop.exe"
    ${OrIfNot} ${FileExists} "$INSTDIR\xunion-desktop.exe"
      Call go_back
    ${EndIf}
  ${EndIf}
FunctionEnd
