; Installs for one person, without rights of an administrator. Given by package.sh: VERSION, FOLDER, OUT, ICON.
Target amd64-unicode
SetCompressor /SOLID lzma
RequestExecutionLevel user
ManifestDPIAware true

!include MUI2.nsh
!include FileFunc.nsh
!include LogicLib.nsh

!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\Wheelhouse"

Name "Wheelhouse"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\Wheelhouse"
InstallDirRegKey HKCU "${UNINSTALL}" "InstallLocation"
BrandingText "Wheelhouse ${VERSION}"

VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "Wheelhouse"
VIAddVersionKey "FileDescription" "Wheelhouse Setup"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "LegalCopyright" "The Wheelhouse authors"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\wheelhouse.exe"
!define MUI_FINISHPAGE_NOREBOOTSUPPORT

!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES

!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "Korean"

LangString Comment ${LANG_ENGLISH} "Kubernetes clusters on the desktop"
LangString Comment ${LANG_KOREAN} "데스크톱에서 다루는 Kubernetes 클러스터"
LangString Running ${LANG_ENGLISH} "Wheelhouse is still open. Close it and try again."
LangString Running ${LANG_KOREAN} "Wheelhouse가 아직 열려 있습니다. 닫고 다시 시도하세요."
LangString TooOld ${LANG_ENGLISH} "Wheelhouse needs Windows 10 or newer, 64-bit."
LangString TooOld ${LANG_KOREAN} "Wheelhouse에는 64비트 Windows 10 이상이 필요합니다."

!include x64.nsh
!include WinVer.nsh

Function .onInit
  ${IfNot} ${RunningX64}
  ${OrIfNot} ${AtLeastWin10}
    MessageBox MB_ICONSTOP|MB_OK "$(TooOld)" /SD IDOK
    SetErrorLevel 2
    Abort
  ${EndIf}
FunctionEnd

; What is removed later is the whole folder: it must be ours.
Function .onVerifyInstDir
  ${If} ${FileExists} "$INSTDIR\*.*"
  ${AndIfNot} ${FileExists} "$INSTDIR\wheelhouse.exe"
    ${DirState} "$INSTDIR" $0
    ${If} $0 = 1
      Abort
    ${EndIf}
  ${EndIf}
FunctionEnd

; A program that runs keeps its file from being opened for writing.
!macro RefuseWhileRunning PREFIX
Function ${PREFIX}refuseWhileRunning
  again:
  ${If} ${FileExists} "$INSTDIR\wheelhouse.exe"
    ClearErrors
    FileOpen $0 "$INSTDIR\wheelhouse.exe" a
    ${If} ${Errors}
      MessageBox MB_ICONEXCLAMATION|MB_RETRYCANCEL "$(Running)" /SD IDCANCEL IDRETRY again
      SetErrorLevel 3
      Abort
    ${EndIf}
    FileClose $0
  ${EndIf}
FunctionEnd
!macroend
!insertmacro RefuseWhileRunning ""
!insertmacro RefuseWhileRunning "un."

; Files of an older version that the new one has no more would stay and be loaded.
!macro RemoveFiles
  Delete "$INSTDIR\*.dll"
  Delete "$INSTDIR\wheelhouse.exe"
  Delete "$INSTDIR\wheelhouse.com"
  Delete "$INSTDIR\CHANGELOG.txt"
  Delete "$INSTDIR\LICENSE.txt"
  RMDir /r "$INSTDIR\platforms"
  RMDir /r "$INSTDIR\tls"
  RMDir /r "$INSTDIR\translations"
!macroend

Section "-Wheelhouse"
  SetShellVarContext current
  Call refuseWhileRunning
  !insertmacro RemoveFiles
  SetOutPath "$INSTDIR"
  File /r "${FOLDER}/*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\Wheelhouse.lnk" "$INSTDIR\wheelhouse.exe" "" "$INSTDIR\wheelhouse.exe" 0 SW_SHOWNORMAL "" "$(Comment)"

  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "Wheelhouse"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\wheelhouse.exe"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "Wheelhouse"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" $0
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
SectionEnd

; What the person set up stays: settings lie elsewhere.
Section "Uninstall"
  SetShellVarContext current
  Call un.refuseWhileRunning
  !insertmacro RemoveFiles
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\Wheelhouse.lnk"
  DeleteRegKey HKCU "${UNINSTALL}"
SectionEnd
