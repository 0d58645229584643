# What `cmake --install` puts where: programs in bin, the rest below share. The worker and the client of registries, which
# nobody starts by hand, are installed by their own folders; all find each other by their places, not by fixed paths.
foreach(program slipway slipway-desktop)
    if(TARGET ${program})
        install(TARGETS ${program} RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
    endif()
endforeach()
install(DIRECTORY ${CMAKE_SOURCE_DIR}/resources/examples DESTINATION ${CMAKE_INSTALL_DATADIR}/slipway)
if(NOT SLIPWAY_CORE_ONLY)
    set(desktop ${CMAKE_SOURCE_DIR}/packaging/desktop/org.slipway.Slipway)
    install(FILES ${desktop}.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
    install(FILES ${desktop}.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
    install(FILES ${desktop}.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
endif()
