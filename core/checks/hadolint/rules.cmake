# Reads rules.inc into HADOLINT_SOURCES: hadolint/dl3000.cpp, …; each is a file here and one among the tests.
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/rules.inc)
file(STRINGS ${CMAKE_CURRENT_LIST_DIR}/rules.inc HADOLINT_SOURCES REGEX "^RULE")
list(TRANSFORM HADOLINT_SOURCES REPLACE "^RULE.(.*).$" "hadolint/\\1.cpp")
