; The installer for Windows: for one user, without an administrator's rights, in German and English.
;
; build.py hands over VERSION, NUMBERS, TREE (the program folder), SIZE (of it, in KiB), OUT, ICON, APP_USER_MODEL_ID and
; LISTS, the folder of what it generated: the files to install and to remove, and the types to open. SIGN, if there is a
; certificate, is a command that signs a file.
;
;     FluxDesktop-1.2.3-x64.exe /S               installs silently, or takes the place of an older version
;     FluxDesktop-1.2.3-x64.exe /S /D=C:\Folder  into another folder; /D comes last, without quotation marks
;     "%LOCALAPPDATA%\Programs\Flux Desktop\uninstall.exe" /S
;
; Pictures, history and settings are in %LOCALAPPDATA%\flux-desktop: nothing here ever touches that folder.

Unicode true
Target amd64-unicode
SetCompressor /SOLID lzma
SetDateSave off
ManifestDPIAware true
ManifestSupportedOS Win10
RequestExecutionLevel user

!define NAME "Flux Desktop"
!define EXE "flux-desktop.exe"
!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\FluxDesktop"
!define CAPABILITIES "Software\FluxDesktop\Capabilities"
!define SHORTCUT "$SMPROGRAMS\${NAME}.lnk"
!define DESKTOP_SHORTCUT "$DESKTOP\${NAME}.lnk"
!define MEETING_PLACE "$LOCALAPPDATA\flux-desktop-windows"
!define WINDOWS_10_1809 17763

!ifdef SIGN
!uninstfinalize '${SIGN} "%1"' = 0
!endif

Name "${NAME}"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\Flux Desktop"
InstallDirRegKey HKCU "${UNINSTALL_KEY}" "InstallLocation"
BrandingText "${NAME} ${VERSION}"
VIProductVersion "${NUMBERS}"
VIAddVersionKey "ProductName" "${NAME}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "${NAME} Setup"
VIAddVersionKey "CompanyName" "The Flux Desktop authors"
VIAddVersionKey "LegalCopyright" "MIT License"

!include MUI2.nsh
!include LogicLib.nsh
!include WinVer.nsh
!include x64.nsh
!include FileFunc.nsh
!include Win\COM.nsh
!include Win\Propkey.nsh
!include "${LISTS}\types.nsh"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\${EXE}"
!define MUI_COMPONENTSPAGE_NODESC
!insertmacro MUI_PAGE_COMPONENTS
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!define MUI_UNCONFIRMPAGE_TEXT_TOP "$(KeepsData)"
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "German"

LangString Program ${LANG_ENGLISH} "Flux Desktop"
LangString Program ${LANG_GERMAN} "Flux Desktop"
LangString DesktopIcon ${LANG_ENGLISH} "Icon on the desktop"
LangString DesktopIcon ${LANG_GERMAN} "Symbol auf dem Desktop"
LangString OpenWith ${LANG_ENGLISH} "Offer Flux Desktop in $\"Open with$\" for pictures"
LangString OpenWith ${LANG_GERMAN} "Flux Desktop bei Bildern unter $\"Öffnen mit$\" anbieten"
LangString About ${LANG_ENGLISH} "Change pictures by words"
LangString About ${LANG_GERMAN} "Bilder mit Worten verändern"
LangString Picture ${LANG_ENGLISH} "Picture"
LangString Picture ${LANG_GERMAN} "Bild"
LangString Tree ${LANG_ENGLISH} "Tree of pictures of Flux Desktop"
LangString Tree ${LANG_GERMAN} "Baum von Bildern von Flux Desktop"
LangString TooOld ${LANG_ENGLISH} "Flux Desktop needs Windows 10 version 1809 or newer, with 64 bits."
LangString TooOld ${LANG_GERMAN} "Flux Desktop braucht Windows 10 ab Version 1809, mit 64 Bit."
LangString IsRunning ${LANG_ENGLISH} "Flux Desktop is running. Close it, then try again."
LangString IsRunning ${LANG_GERMAN} "Flux Desktop läuft gerade. Beenden Sie es und versuchen Sie es dann noch einmal."
LangString KeepsData ${LANG_ENGLISH} "Flux Desktop will be removed from this computer. Your pictures, history and settings stay in $LOCALAPPDATA\flux-desktop; keys stay in the Credential Manager."
LangString KeepsData ${LANG_GERMAN} "Flux Desktop wird von diesem Rechner entfernt. Ihre Bilder, der Verlauf und die Einstellungen bleiben in $LOCALAPPDATA\flux-desktop; Schlüssel bleiben in der Anmeldeinformationsverwaltung."

; For the installer and the uninstaller: refuses to go on while the program runs, for its files cannot be replaced then.
!macro RefuseWhileRunning
    ${Do}
        ${IfNot} ${FileExists} "$INSTDIR\${EXE}"
            ${ExitDo}
        ${EndIf}
        ClearErrors
        FileOpen $0 "$INSTDIR\${EXE}" a
        ${IfNot} ${Errors}
            FileClose $0
            ${ExitDo}
        ${EndIf}
        MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(IsRunning)" /SD IDCANCEL IDRETRY +3
        SetErrorLevel 2
        Abort "$(IsRunning)"
    ${Loop}
!macroend

; A shortcut at PATH that Windows takes for the same program as the window it opens.
!macro PutShortcut PATH
    !insertmacro ComHlpr_CreateInProcInstance ${CLSID_ShellLink} ${IID_IShellLink} r0 ""
    ${If} $0 P<> 0
        ${IShellLink::SetPath} $0 '("$INSTDIR\${EXE}")'
        ${IShellLink::SetDescription} $0 '("$(About)")'
        ${IShellLink::SetIconLocation} $0 '("$INSTDIR\${EXE}",0)'
        ${IUnknown::QueryInterface} $0 '("${IID_IPropertyStore}",.r1)'
        ${If} $1 P<> 0
            System::Call 'SHLWAPI::SHStrDupW(w "${APP_USER_MODEL_ID}",*p.r4)'
            System::Call '*${SYSSTRUCT_PROPERTYKEY}(${PKEY_AppUserModel_ID})p.r2'
            System::Call '*${SYSSTRUCT_PROPVARIANT}(${VT_LPWSTR},,p r4)p.r3'
            ${IPropertyStore::SetValue} $1 '($2,$3)'
            ${IPropertyStore::Commit} $1 ""
            System::Call 'OLE32::CoTaskMemFree(p r4)'
            System::Free $2
            System::Free $3
            ${IUnknown::Release} $1 ""
        ${EndIf}
        ${IUnknown::QueryInterface} $0 '("${IID_IPersistFile}",.r1)'
        ${If} $1 P<> 0
            ${IPersistFile::Save} $1 '("${PATH}",1)'
            ${IUnknown::Release} $1 ""
        ${EndIf}
        ${IUnknown::Release} $0 ""
    ${EndIf}
!macroend

; A kind of file that the program opens. Nothing is opened with it until the user says so.
!macro PutProgId ID NAME ICON
    WriteRegStr HKCU "Software\Classes\${ID}" "" "${NAME}"
    WriteRegStr HKCU "Software\Classes\${ID}" "AppUserModelID" "${APP_USER_MODEL_ID}"
    WriteRegStr HKCU "Software\Classes\${ID}\DefaultIcon" "" "${ICON}"
    WriteRegStr HKCU "Software\Classes\${ID}\shell\open\command" "" '"$INSTDIR\${EXE}" "%1"'
!macroend

!macro PutType SUFFIX ID
    WriteRegNone HKCU "Software\Classes\${SUFFIX}\OpenWithProgids" "${ID}"
    WriteRegStr HKCU "Software\Classes\Applications\${EXE}\SupportedTypes" "${SUFFIX}" ""
    WriteRegStr HKCU "${CAPABILITIES}\FileAssociations" "${SUFFIX}" "${ID}"
!macroend

!macro RemoveType SUFFIX ID
    DeleteRegValue HKCU "Software\Classes\${SUFFIX}\OpenWithProgids" "${ID}"
    DeleteRegKey /ifempty HKCU "Software\Classes\${SUFFIX}\OpenWithProgids"
    DeleteRegKey /ifempty HKCU "Software\Classes\${SUFFIX}"
!macroend

!macro RemoveTypes
    !insertmacro EachType RemoveType
    DeleteRegKey HKCU "Software\Classes\${PICTURE_ID}"
    DeleteRegKey HKCU "Software\Classes\${TREE_ID}"
    DeleteRegKey HKCU "Software\Classes\Applications\${EXE}"
    DeleteRegKey HKCU "Software\FluxDesktop"
    DeleteRegValue HKCU "Software\RegisteredApplications" "${NAME}"
!macroend

!macro TellTypesChanged
    System::Call 'SHELL32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
!macroend

Function .onInit
    ${IfNot} ${RunningX64}
    ${OrIfNot} ${AtLeastBuild} ${WINDOWS_10_1809}
        MessageBox MB_OK|MB_ICONSTOP "$(TooOld)" /SD IDOK
        SetErrorLevel 3
        Abort
    ${EndIf}
    ${If} "$INSTDIR" == "$LOCALAPPDATA\flux-desktop"
        StrCpy $INSTDIR "$LOCALAPPDATA\Programs\Flux Desktop"
    ${EndIf}
    System::Call 'OLE32::CoInitialize(p 0)'
FunctionEnd

Function .onVerifyInstDir
    ${If} "$INSTDIR" == "$LOCALAPPDATA\flux-desktop"
        Abort
    ${EndIf}
FunctionEnd

Section "$(Program)" SectionProgram
    SectionIn RO
    !insertmacro RefuseWhileRunning
    ; The older version goes first, by its own list of files; only what it installed.
    ReadRegStr $1 HKCU "${UNINSTALL_KEY}" "InstallLocation"
    ${If} $1 != ""
    ${AndIf} ${FileExists} "$1\uninstall.exe"
        InitPluginsDir
        CopyFiles /SILENT "$1\uninstall.exe" "$PLUGINSDIR\older.exe"
        ExecWait '"$PLUGINSDIR\older.exe" /S /UPGRADE _?=$1' $0
        ${If} $0 != 0
            MessageBox MB_OK|MB_ICONEXCLAMATION "$(IsRunning)" /SD IDOK
            SetErrorLevel 2
            Abort "$(IsRunning)"
        ${EndIf}
        Delete "$1\uninstall.exe"
        RMDir "$1"
    ${EndIf}

    !include "${LISTS}\install.nsh"
    SetOutPath "$INSTDIR"
    WriteUninstaller "$INSTDIR\uninstall.exe"
    !insertmacro PutShortcut "${SHORTCUT}"

    WriteRegStr HKCU "Software\Microsoft\Windows\CurrentVersion\App Paths\${EXE}" "" "$INSTDIR\${EXE}"
    WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayName" "${NAME}"
    WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
    WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\${EXE},0"
    WriteRegStr HKCU "${UNINSTALL_KEY}" "Publisher" "The Flux Desktop authors"
    WriteRegStr HKCU "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
    WriteRegStr HKCU "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
    WriteRegStr HKCU "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
    WriteRegDWORD HKCU "${UNINSTALL_KEY}" "EstimatedSize" ${SIZE}
    WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoModify" 1
    WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoRepair" 1
SectionEnd

Section "$(OpenWith)" SectionTypes
    !insertmacro PutProgId "${PICTURE_ID}" "$(Picture)" "$INSTDIR\${EXE},0"
    !insertmacro PutProgId "${TREE_ID}" "$(Tree)" "$INSTDIR\${EXE},0"
    WriteRegStr HKCU "Software\Classes\Applications\${EXE}" "FriendlyAppName" "${NAME}"
    WriteRegStr HKCU "Software\Classes\Applications\${EXE}\shell\open\command" "" '"$INSTDIR\${EXE}" "%1"'
    WriteRegStr HKCU "${CAPABILITIES}" "ApplicationName" "${NAME}"
    WriteRegStr HKCU "${CAPABILITIES}" "ApplicationDescription" "$(About)"
    WriteRegStr HKCU "${CAPABILITIES}" "ApplicationIcon" "$INSTDIR\${EXE},0"
    WriteRegStr HKCU "Software\RegisteredApplications" "${NAME}" "${CAPABILITIES}"
    !insertmacro EachType PutType
    !insertmacro TellTypesChanged
SectionEnd

Section /o "$(DesktopIcon)" SectionDesktop
    !insertmacro PutShortcut "${DESKTOP_SHORTCUT}"
SectionEnd

Function un.onInit
    System::Call 'OLE32::CoInitialize(p 0)'
FunctionEnd

Section "Uninstall"
    !insertmacro RefuseWhileRunning
    ${GetParameters} $0
    ClearErrors
    ${GetOptions} $0 "/UPGRADE" $1
    ${If} ${Errors}
        ; An upgrade leaves the shortcut on the desktop, where the user may have moved it to.
        Delete "${DESKTOP_SHORTCUT}"
    ${EndIf}
    Delete "${SHORTCUT}"
    ; Where open windows were known to each other: no data of the user's.
    Delete "${MEETING_PLACE}\*.lock"
    RMDir "${MEETING_PLACE}"
    !insertmacro RemoveTypes
    DeleteRegKey HKCU "Software\Microsoft\Windows\CurrentVersion\App Paths\${EXE}"
    DeleteRegKey HKCU "${UNINSTALL_KEY}"
    !include "${LISTS}\uninstall.nsh"
    Delete "$INSTDIR\uninstall.exe"
    SetOutPath "$TEMP"
    RMDir "$INSTDIR"
    !insertmacro TellTypesChanged
SectionEnd
