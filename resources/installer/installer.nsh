; Offers the app as a program for tel:, callto: and sms: links. Windows asks its user before it takes one, so nothing is taken here.
; SHCTX is the user's or the machine's part of the registry, as the installation is.

!define LINK_CLASS "Voice360Companion.Link"
!define CAPABILITIES "Software\Voice360 Companion\Capabilities"

!macro customInstall
  WriteRegStr SHCTX "Software\Classes\${LINK_CLASS}" "" "URL:${PRODUCT_NAME}"
  WriteRegStr SHCTX "Software\Classes\${LINK_CLASS}" "URL Protocol" ""
  WriteRegStr SHCTX "Software\Classes\${LINK_CLASS}\DefaultIcon" "" "$INSTDIR\${APP_EXECUTABLE_FILENAME},0"
  WriteRegStr SHCTX "Software\Classes\${LINK_CLASS}\shell\open\command" "" '"$INSTDIR\${APP_EXECUTABLE_FILENAME}" -- "%1"'
  WriteRegStr SHCTX "${CAPABILITIES}" "ApplicationName" "${PRODUCT_NAME}"
  WriteRegStr SHCTX "${CAPABILITIES}" "ApplicationDescription" "${PRODUCT_NAME}"
  WriteRegStr SHCTX "${CAPABILITIES}\URLAssociations" "tel" "${LINK_CLASS}"
  WriteRegStr SHCTX "${CAPABILITIES}\URLAssociations" "callto" "${LINK_CLASS}"
  WriteRegStr SHCTX "${CAPABILITIES}\URLAssociations" "sms" "${LINK_CLASS}"
  WriteRegStr SHCTX "Software\RegisteredApplications" "${PRODUCT_NAME}" "${CAPABILITIES}"
!macroend

!macro customUnInstall
  DeleteRegValue SHCTX "Software\RegisteredApplications" "${PRODUCT_NAME}"
  DeleteRegKey SHCTX "Software\Voice360 Companion"
  DeleteRegKey SHCTX "Software\Classes\${LINK_CLASS}"
!macroend
