# What the installer for Windows does besides electron-builder's own script: the address `recital:`, the documents that
# Recital is offered for under "Open with", and the question about personal data when it is removed.
# Everything stands under the person's own part of the registry (SHELL_CONTEXT), so no administrator is needed.

!define OPEN_WITH "Software\Classes\Applications\${PRODUCT_FILENAME}.exe"

!macro customHeader
  LangString removeData ${LANG_ENGLISH} "Also delete your own documents, notes, tours and packs in $APPDATA\${PRODUCT_NAME}?$\r$\n$\r$\nIf you choose No, they are here again when you install Recital anew."
  LangString removeData ${LANG_FRENCH} "Supprimer aussi vos documents, notes, parcours et paquets dans $APPDATA\${PRODUCT_NAME} ?$\r$\n$\r$\nSi vous choisissez Non, vous les retrouverez en réinstallant Recital."
  LangString removeData ${LANG_SPANISHINTERNATIONAL} "¿Eliminar también sus documentos, notas, recorridos y paquetes de $APPDATA\${PRODUCT_NAME}?$\r$\n$\r$\nSi elige No, volverán a estar aquí cuando instale Recital de nuevo."
  LangString removeData ${LANG_RUSSIAN} "Удалить также ваши документы, заметки, маршруты и пакеты в папке $APPDATA\${PRODUCT_NAME}?$\r$\n$\r$\nЕсли выбрать «Нет», они снова появятся, когда вы установите Recital заново."
  LangString removeData ${LANG_SIMPCHINESE} "是否同时删除 $APPDATA\${PRODUCT_NAME} 中您自己的文档、笔记、导览和资料包？$\r$\n$\r$\n如果选择“否”，重新安装 Recital 后它们仍在。"
  LangString removeData ${LANG_ARABIC} "هل تريد أيضا حذف وثائقك وملاحظاتك وجولاتك وحزمك الموجودة في $APPDATA\${PRODUCT_NAME}؟$\r$\n$\r$\nإذا اخترت «لا» فستجدها مجددا عند إعادة تثبيت Recital."
!macroend

!macro offerFor EXT
  WriteRegStr SHELL_CONTEXT "${OPEN_WITH}\SupportedTypes" ".${EXT}" ""
!macroend

!macro customInstall
  WriteRegStr SHELL_CONTEXT "Software\Classes\recital" "" "URL:Recital"
  WriteRegStr SHELL_CONTEXT "Software\Classes\recital" "URL Protocol" ""
  WriteRegStr SHELL_CONTEXT "Software\Classes\recital\DefaultIcon" "" '"$appExe",0'
  WriteRegStr SHELL_CONTEXT "Software\Classes\recital\shell\open\command" "" '"$appExe" "%1"'
  WriteRegStr SHELL_CONTEXT "${OPEN_WITH}" "FriendlyAppName" "${PRODUCT_NAME}"
  WriteRegStr SHELL_CONTEXT "${OPEN_WITH}\shell\open\command" "" '"$appExe" "%1"'
  !insertmacro offerFor "docx"
  !insertmacro offerFor "odt"
  !insertmacro offerFor "pdf"
  !insertmacro offerFor "epub"
  !insertmacro offerFor "html"
  !insertmacro offerFor "htm"
  !insertmacro offerFor "md"
  !insertmacro offerFor "txt"
!macroend

!macro customUnInstall
  DeleteRegKey SHELL_CONTEXT "Software\Classes\recital"
  DeleteRegKey SHELL_CONTEXT "${OPEN_WITH}"
  # With /S nobody is asked and no data touched: so a newer installer removes the older program before it puts its own
  # there. Without it a person asked for this, though the uninstaller has made itself silent by now.
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/S" $R1
  ${if} ${Errors}
    MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "$(removeData)" IDNO keepData
    RMDir /r "$APPDATA\${PRODUCT_NAME}"
    keepData:
  ${endIf}
!macroend
