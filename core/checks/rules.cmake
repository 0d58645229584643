# Reads each family's rules.inc into RULE_SOURCES: hadolint/dl3000.cpp, …; each is a file here and one among the tests.
set(RULE_SOURCES)
foreach(family hadolint slipway)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/${family}/rules.inc)
    file(STRINGS ${CMAKE_CURRENT_LIST_DIR}/${family}/rules.inc rules REGEX "^RULE")
    list(TRANSFORM rules REPLACE "^RULE.(.*).$" "${family}/\\1.cpp")
    list(APPEND RULE_SOURCES ${rules})
endforeach()
