<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
    <context>
        <name>core</name>
        <message>
            <source>cannot {}: {}</source>
            <translation>Nicht möglich: {}: {}</translation>
        </message>
        <message>
            <source>the disk is full: cannot {}; free some space and try again</source>
            <translation>Der Datenträger ist voll: {} ist nicht möglich. Schaffen Sie Platz und versuchen Sie es noch einmal</translation>
        </message>
    </context>
</TS>
