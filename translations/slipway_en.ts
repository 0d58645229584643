<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>slipway::assist::RenameBox</name>
        <message numerus="yes">
            <source>Changes %n place(s).</source>
            <translation>
                <numerusform>Changes %n place.</numerusform>
                <numerusform>Changes %n places.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>slipway::compare::ComparePage</name>
        <message numerus="yes">
            <source>%n layers</source>
            <translation>
                <numerusform>%n layer</numerusform>
                <numerusform>%n layers</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>slipway::compare::FilesModel</name>
        <message numerus="yes">
            <source>%n changes below</source>
            <translation>
                <numerusform>%n change below</numerusform>
                <numerusform>%n changes below</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>slipway::log::LogWidget</name>
        <message numerus="yes">
            <source>%n lines</source>
            <translation>
                <numerusform>%n line</numerusform>
                <numerusform>%n lines</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n matches</source>
            <translation>
                <numerusform>%n match</numerusform>
                <numerusform>%n matches</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>slipway::timeline::TimelineWidget</name>
        <message numerus="yes">
            <source>%n cached</source>
            <translation>
                <numerusform>%n cached</numerusform>
                <numerusform>%n cached</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>slipway::window::StatusLine</name>
        <message numerus="yes">
            <source>%n files</source>
            <translation>
                <numerusform>%n file</numerusform>
                <numerusform>%n files</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>slipway::project</name>
        <message numerus="yes">
            <source>%n error(s)</source>
            <translation>
                <numerusform>%n error</numerusform>
                <numerusform>%n errors</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n warning(s)</source>
            <translation>
                <numerusform>%n warning</numerusform>
                <numerusform>%n warnings</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n hint(s)</source>
            <translation>
                <numerusform>%n hint</numerusform>
                <numerusform>%n hints</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n steps follow</source>
            <translation>
                <numerusform>%n step follows</numerusform>
                <numerusform>%n steps follow</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n step(s) fewer to rebuild.</source>
            <translation>
                <numerusform>%n step fewer to rebuild.</numerusform>
                <numerusform>%n steps fewer to rebuild.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n more step(s) rebuild</source>
            <translation>
                <numerusform>%n more step rebuilds</numerusform>
                <numerusform>%n more steps rebuild</numerusform>
            </translation>
        </message>
    </context>
</TS>
