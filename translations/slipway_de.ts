<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
    <context>
        <name>CodeDocument</name>
        <message>
            <source>%1 could not be saved as %2: it holds characters which that encoding doesn't have. Choose UTF-8 in the menu Editor, Encoding, and save again.</source>
            <translation>%1 konnte nicht als %2 gespeichert werden: Der Text enthält Zeichen, die diese Kodierung nicht kennt. Wählen Sie im Menü Editor, Zeichenkodierung UTF-8 und speichern Sie erneut.</translation>
        </message>
        <message>
            <source>%1 could not be saved: %2. The text is still here; free some space or choose another place and save again.</source>
            <translation>%1 konnte nicht gespeichert werden: %2. Der Text ist noch hier; schaffen Sie Platz oder wählen Sie einen anderen Ort und speichern Sie erneut.</translation>
        </message>
        <message>
            <source>it is write-protected</source>
            <translation>die Datei ist schreibgeschützt</translation>
        </message>
        <message>
            <source>%1 was not saved: it changed on disk, and here too.</source>
            <translation>%1 wurde nicht gespeichert: Die Datei wurde auf dem Datenträger geändert und hier auch.</translation>
        </message>
    </context>
    <context>
        <name>EditorActions</name>
        <message>
            <source>&amp;Undo</source>
            <translation>&amp;Rückgängig</translation>
        </message>
        <message>
            <source>&amp;Redo</source>
            <translation>&amp;Wiederholen</translation>
        </message>
        <message>
            <source>Cu&amp;t</source>
            <translation>&amp;Ausschneiden</translation>
        </message>
        <message>
            <source>&amp;Copy</source>
            <translation>&amp;Kopieren</translation>
        </message>
        <message>
            <source>&amp;Paste</source>
            <translation>&amp;Einfügen</translation>
        </message>
        <message>
            <source>Select &amp;All</source>
            <translation>&amp;Alles auswählen</translation>
        </message>
        <message>
            <source>&amp;Find…</source>
            <translation>&amp;Suchen …</translation>
        </message>
        <message>
            <source>Find &amp;Next</source>
            <translation>&amp;Weitersuchen</translation>
        </message>
        <message>
            <source>Find Pre&amp;vious</source>
            <translation>&amp;Rückwärts suchen</translation>
        </message>
        <message>
            <source>R&amp;eplace…</source>
            <translation>E&amp;rsetzen …</translation>
        </message>
        <message>
            <source>&amp;Go to Line…</source>
            <translation>&amp;Gehe zu Zeile …</translation>
        </message>
        <message>
            <source>Go to Matching &amp;Bracket</source>
            <translation>Zur passenden &amp;Klammer</translation>
        </message>
        <message>
            <source>Toggle &amp;Comment</source>
            <translation>&amp;Kommentar ein oder aus</translation>
        </message>
        <message>
            <source>&amp;Indent</source>
            <translation>Ein&amp;rücken</translation>
        </message>
        <message>
            <source>&amp;Unindent</source>
            <translation>&amp;Ausrücken</translation>
        </message>
        <message>
            <source>Move Lines U&amp;p</source>
            <translation>Zeilen nach &amp;oben</translation>
        </message>
        <message>
            <source>Move Lines &amp;Down</source>
            <translation>Zeilen nach &amp;unten</translation>
        </message>
        <message>
            <source>D&amp;uplicate Lines</source>
            <translation>Zeilen &amp;verdoppeln</translation>
        </message>
        <message>
            <source>&amp;Join Lines</source>
            <translation>Zeilen &amp;zusammenfügen</translation>
        </message>
        <message>
            <source>Add Cursor &amp;Above</source>
            <translation>Schreibmarke &amp;darüber</translation>
        </message>
        <message>
            <source>Add Cursor &amp;Below</source>
            <translation>Schreibmarke d&amp;arunter</translation>
        </message>
        <message>
            <source>Add Cursor at &amp;Next Occurrence</source>
            <translation>Schreibmarke am &amp;nächsten Vorkommen</translation>
        </message>
        <message>
            <source>Add Cursors at A&amp;ll Occurrences</source>
            <translation>Schreibmarken an a&amp;llen Vorkommen</translation>
        </message>
        <message>
            <source>Bloc&amp;k Selection</source>
            <translation>Bloc&amp;kauswahl</translation>
        </message>
        <message>
            <source>Set or Remove Book&amp;mark</source>
            <translation>&amp;Lesezeichen setzen oder entfernen</translation>
        </message>
        <message>
            <source>Check &amp;Spelling…</source>
            <translation>&amp;Rechtschreibung prüfen …</translation>
        </message>
        <message>
            <source>&amp;Encoding</source>
            <translation>Zeichen&amp;kodierung</translation>
        </message>
        <message>
            <source>Line &amp;Endings</source>
            <translation>Zeilen&amp;enden</translation>
        </message>
        <message>
            <source>&amp;Highlighting</source>
            <translation>&amp;Hervorhebung</translation>
        </message>
        <message>
            <source>&amp;Wrap Long Lines</source>
            <translation>Lange Zeilen &amp;umbrechen</translation>
        </message>
        <message>
            <source>Folding &amp;Marks</source>
            <translation>&amp;Faltungsmarken</translation>
        </message>
        <message>
            <source>Mi&amp;nimap</source>
            <translation>Mi&amp;niaturansicht</translation>
        </message>
        <message>
            <source>Show &amp;Blanks</source>
            <translation>&amp;Leerzeichen zeigen</translation>
        </message>
        <message>
            <source>Zoom &amp;In</source>
            <translation>Ver&amp;größern</translation>
        </message>
        <message>
            <source>Zoom &amp;Out</source>
            <translation>Ver&amp;kleinern</translation>
        </message>
        <message>
            <source>&amp;Reset Zoom</source>
            <translation>&amp;Originalgröße</translation>
        </message>
        <message>
            <source>D&amp;elete Line</source>
            <translation>Zeile &amp;löschen</translation>
        </message>
    </context>
    <context>
        <name>Files</name>
        <message>
            <source>Left out by %1, line %2: %3</source>
            <translation>Ausgelassen durch %1, Zeile %2: %3</translation>
        </message>
    </context>
    <context>
        <name>Panels</name>
        <message>
            <source>Compare %1 with %2</source>
            <translation>%1 mit %2 vergleichen</translation>
        </message>
        <message>
            <source>Go to target %1</source>
            <translation>Zum Ziel %1</translation>
        </message>
        <message>
            <source>Image</source>
            <translation>Abbild</translation>
        </message>
        <message>
            <source>Timeline</source>
            <translation>Zeitachse</translation>
        </message>
        <message>
            <source>Log</source>
            <translation>Ausgabe</translation>
        </message>
        <message>
            <source>Targets</source>
            <translation>Ziele</translation>
        </message>
    </context>
    <context>
        <name>Timeline</name>
        <message>
            <source>%1:%2 min</source>
            <translation>%1:%2 min</translation>
        </message>
        <message>
            <source>%1 ms</source>
            <translation>%1 ms</translation>
        </message>
        <message>
            <source>%1 s</source>
            <translation>%1 s</translation>
        </message>
    </context>
    <context>
        <name>slipway::assist::Breadcrumbs</name>
        <message>
            <source>The stages of this file</source>
            <translation>Die Stufen dieser Datei</translation>
        </message>
        <message>
            <source>The instructions of this stage</source>
            <translation>Die Anweisungen dieser Stufe</translation>
        </message>
        <message>
            <source>stage %1</source>
            <translation>Stufe %1</translation>
        </message>
        <message>
            <source>Stages</source>
            <translation>Stufen</translation>
        </message>
        <message>
            <source>Instructions</source>
            <translation>Anweisungen</translation>
        </message>
    </context>
    <context>
        <name>slipway::assist::Navigator</name>
        <message>
            <source>Defined in</source>
            <translation>Definiert in</translation>
        </message>
        <message>
            <source>Nothing in this file defines what stands at the cursor.</source>
            <translation>Nichts in dieser Datei definiert, was am Cursor steht.</translation>
        </message>
        <message>
            <source>At the cursor stands no name of a stage, a variable or a heredoc.</source>
            <translation>Am Cursor steht kein Name einer Stufe, einer Variablen oder eines Heredocs.</translation>
        </message>
        <message>
            <source>This text can only be read, for lines of it are too long to be edited here.</source>
            <translation>Dieser Text kann nur gelesen werden, denn Zeilen darin sind zu lang, um hier bearbeitet zu werden.</translation>
        </message>
        <message>
            <source>Used in</source>
            <translation>Verwendet in</translation>
        </message>
    </context>
    <context>
        <name>slipway::assist::RenameBox</name>
        <message>
            <source>New name</source>
            <translation>Neuer Name</translation>
        </message>
        <message>
            <source>Return renames it everywhere, Escape leaves it.</source>
            <translation>Eingabe benennt überall um, Escape lässt es.</translation>
        </message>
        <message numerus="yes">
            <source>Changes %n place(s).</source>
            <translation>
                <numerusform>Ändert %n Stelle.</numerusform>
                <numerusform>Ändert %n Stellen.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>slipway::assist::SignatureCard</name>
        <message>
            <source>form %1 of %2</source>
            <translation>Form %1 von %2</translation>
        </message>
    </context>
    <context>
        <name>slipway::bars::LayerBar</name>
        <message>
            <source>shared layer</source>
            <translation>gemeinsame Schicht</translation>
        </message>
        <message>
            <source>own layer</source>
            <translation>eigene Schicht</translation>
        </message>
    </context>
    <context>
        <name>slipway::compare::ComparePage</name>
        <message>
            <source>Layers</source>
            <translation>Schichten</translation>
        </message>
        <message>
            <source>Files</source>
            <translation>Dateien</translation>
        </message>
        <message>
            <source>Filter files</source>
            <translation>Dateien filtern</translation>
        </message>
        <message>
            <source>unpacked</source>
            <translation>entpackt</translation>
        </message>
        <message>
            <source>%1 compressed</source>
            <translation>%1 komprimiert</translation>
        </message>
        <message numerus="yes">
            <source>%n layers</source>
            <translation>
                <numerusform>%n Schicht</numerusform>
                <numerusform>%n Schichten</numerusform>
            </translation>
        </message>
        <message>
            <source>Shared %1 · only %2 %3 · only %4 &lt;b&gt;%5&lt;/b&gt;</source>
            <translation>Gemeinsam %1 · nur %2 %3 · nur %4 &lt;b&gt;%5&lt;/b&gt;</translation>
        </message>
        <message>
            <source>compressed: measuring …</source>
            <translation>komprimiert: wird gemessen …</translation>
        </message>
        <message>
            <source>All layers</source>
            <translation>Alle Schichten</translation>
        </message>
        <message>
            <source>Choose a layer to see its files alone</source>
            <translation>Eine Schicht wählen, um nur ihre Dateien zu sehen</translation>
        </message>
        <message>
            <source>The files of all layers again  Escape</source>
            <translation>Wieder die Dateien aller Schichten  Escape</translation>
        </message>
        <message>
            <source>of %1</source>
            <translation>von %1</translation>
        </message>
        <message>
            <source>No file differs between the two.</source>
            <translation>Zwischen den beiden unterscheidet sich keine Datei.</translation>
        </message>
        <message>
            <source>No path of a changed file has these letters.</source>
            <translation>Kein Pfad einer geänderten Datei enthält diese Buchstaben.</translation>
        </message>
        <message>
            <source>No file of this layer differs between the two.</source>
            <translation>Von dieser Schicht unterscheidet sich zwischen den beiden keine Datei.</translation>
        </message>
    </context>
    <context>
        <name>slipway::compare::FilesModel</name>
        <message numerus="yes">
            <source>%n changes below</source>
            <translation>
                <numerusform>%n Änderung darunter</numerusform>
                <numerusform>%n Änderungen darunter</numerusform>
            </translation>
        </message>
        <message>
            <source>Path</source>
            <translation>Pfad</translation>
        </message>
        <message>
            <source>Difference</source>
            <translation>Unterschied</translation>
        </message>
        <message>
            <source>added: %1</source>
            <translation>neu: %1</translation>
        </message>
        <message>
            <source>removed: %1</source>
            <translation>entfernt: %1</translation>
        </message>
        <message>
            <source>changed: %1</source>
            <translation>geändert: %1</translation>
        </message>
    </context>
    <context>
        <name>slipway::compare::LayersModel</name>
        <message>
            <source>in both</source>
            <translation>in beiden</translation>
        </message>
        <message>
            <source>only in %1</source>
            <translation>nur in %1</translation>
        </message>
        <message>
            <source>Layer</source>
            <translation>Schicht</translation>
        </message>
        <message>
            <source>imported layer</source>
            <translation>importierte Schicht</translation>
        </message>
    </context>
    <context>
        <name>slipway::editor::DocumentPage</name>
        <message>
            <source>%1 is not valid UTF-8: the byte in line %2, column %3 belongs to no character. It is shown as ISO-8859-1, so accents may look wrong; its bytes are kept when you save.</source>
            <translation>%1 ist kein gültiges UTF-8: Das Byte in Zeile %2, Spalte %3 gehört zu keinem Zeichen. Die Datei wird als ISO-8859-1 gezeigt, Akzente können falsch aussehen; beim Speichern bleiben ihre Bytes erhalten.</translation>
        </message>
        <message>
            <source>%1 × %2</source>
            <translation>%1 × %2</translation>
        </message>
        <message>
            <source>The lines of %1 end in different ways (%2), which the editor can't keep: saving ends every line with %3.</source>
            <translation>Die Zeilen von %1 enden verschieden (%2). Das kann der Editor nicht beibehalten: Beim Speichern endet jede Zeile mit %3.</translation>
        </message>
        <message>
            <source>Use %1 instead</source>
            <translation>Stattdessen %1</translation>
        </message>
        <message>
            <source>%1 was not saved when Slipway ended; its text of %2 was kept. The file is newer: it was changed on disk at %3.</source>
            <translation>%1 war nicht gespeichert, als Slipway endete; der Text von %2 ist noch da. Die Datei ist neuer: Sie wurde um %3 auf dem Datenträger geändert.</translation>
        </message>
        <message>
            <source>%1 was not saved when Slipway ended; its text of %2 was kept.</source>
            <translation>%1 war nicht gespeichert, als Slipway endete; der Text von %2 ist noch da.</translation>
        </message>
        <message>
            <source>Restore</source>
            <translation>Wiederherstellen</translation>
        </message>
        <message>
            <source>Throw away</source>
            <translation>Verwerfen</translation>
        </message>
        <message>
            <source>%1 was removed from disk. Its text is still here.</source>
            <translation>%1 wurde vom Datenträger entfernt. Der Text ist noch hier.</translation>
        </message>
        <message>
            <source>%1 can only be read here, for lines of it are too long to be edited: they are shown in pieces.</source>
            <translation>%1 kann hier nur gelesen werden, denn Zeilen darin sind zu lang, um bearbeitet zu werden: Sie werden in Stücken gezeigt.</translation>
        </message>
        <message>
            <source>Save it again</source>
            <translation>Erneut speichern</translation>
        </message>
        <message>
            <source>%1 changed on disk, and here too.</source>
            <translation>%1 wurde auf dem Datenträger geändert und hier auch.</translation>
        </message>
        <message>
            <source>Take it from disk</source>
            <translation>Vom Datenträger nehmen</translation>
        </message>
        <message>
            <source>Keep mine</source>
            <translation>Meine Fassung behalten</translation>
        </message>
        <message>
            <source>%1 is ignored in %2 now.</source>
            <translation>%1 wird in %2 jetzt nicht mehr beachtet.</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Rückgängig</translation>
        </message>
        <message>
            <source>Save mine over it</source>
            <translation>Mit meiner Fassung überschreiben</translation>
        </message>
    </context>
    <context>
        <name>slipway::editor::EditorArea</name>
        <message>
            <source>Open a folder, and its Dockerfile will be here.</source>
            <translation>Öffnen Sie einen Ordner, dann steht hier seine Dockerfile.</translation>
        </message>
        <message>
            <source>This folder has no Dockerfile yet.</source>
            <translation>In diesem Ordner gibt es noch keine Dockerfile.</translation>
        </message>
        <message>
            <source>Open a file from the list on the left, or press Ctrl+O.</source>
            <translation>Öffnen Sie eine Datei aus der Liste links oder drücken Sie Strg+O.</translation>
        </message>
        <message>
            <source>%1 can't be opened: it is no file that can be read here.</source>
            <translation>%1 kann nicht geöffnet werden: Es ist keine lesbare Datei.</translation>
        </message>
        <message>
            <source>%1 can't be opened: there is no such file.</source>
            <translation>%1 kann nicht geöffnet werden: Es gibt keine solche Datei.</translation>
        </message>
        <message>
            <source>%1 has changes that aren't saved.</source>
            <translation>%1 hat nicht gespeicherte Änderungen.</translation>
        </message>
        <message>
            <source>Save and close</source>
            <translation>Speichern und schließen</translation>
        </message>
        <message>
            <source>Close without saving</source>
            <translation>Ohne Speichern schließen</translation>
        </message>
    </context>
    <context>
        <name>slipway::editor::Folding</name>
        <message>
            <source>Of %L1 the %L2 around the cursor are folded.</source>
            <translation>Von %L1 sind die %L2 um die Schreibmarke eingefaltet.</translation>
        </message>
        <message>
            <source>There is nothing to fold in this file.</source>
            <translation>In dieser Datei lässt sich nichts einfalten.</translation>
        </message>
        <message>
            <source>No comment in this file has more than one line.</source>
            <translation>Kein Kommentar dieser Datei hat mehr als eine Zeile.</translation>
        </message>
    </context>
    <context>
        <name>slipway::editor::NoticeBar</name>
        <message>
            <source>Dismiss</source>
            <translation>Ausblenden</translation>
        </message>
        <message>
            <source>Leave things as they are (Escape)</source>
            <translation>Alles lassen, wie es ist (Esc)</translation>
        </message>
    </context>
    <context>
        <name>slipway::editor::OverviewRuler</name>
        <message>
            <source>Line %1: %2</source>
            <translation>Zeile %1: %2</translation>
        </message>
    </context>
    <context>
        <name>slipway::editor::TabStrip</name>
        <message>
            <source>Close  Ctrl+W</source>
            <translation>Schließen  Strg+W</translation>
        </message>
        <message>
            <source>Close tab</source>
            <translation>Reiter schließen</translation>
        </message>
    </context>
    <context>
        <name>slipway::files::FileDelegate</name>
        <message>
            <source>ignored</source>
            <translation>ignoriert</translation>
        </message>
        <message>
            <source>changed</source>
            <translation>geändert</translation>
        </message>
    </context>
    <context>
        <name>slipway::files::FilePanel</name>
        <message>
            <source>%1 in context</source>
            <translation>%1 im Kontext</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Rückgängig</translation>
        </message>
        <message>
            <source>%1 is in the trash.</source>
            <translation>%1 liegt im Papierkorb.</translation>
        </message>
        <message>
            <source>%1 could not be brought back: its place is taken, or it is no longer in the trash.</source>
            <translation>%1 konnte nicht zurückgeholt werden: Der Platz ist belegt, oder die Datei liegt nicht mehr im Papierkorb.</translation>
        </message>
        <message>
            <source>%1 is now %2.</source>
            <translation>%1 heißt jetzt %2.</translation>
        </message>
        <message>
            <source>%1 could not get its name back: its place is taken, or it is gone.</source>
            <translation>%1 konnte den alten Namen nicht zurückbekommen: Der Name ist vergeben, oder die Datei ist weg.</translation>
        </message>
        <message>
            <source>Files</source>
            <translation>Dateien</translation>
        </message>
        <message>
            <source>New file</source>
            <translation>Neue Datei</translation>
        </message>
        <message>
            <source>Move to Trash</source>
            <translation>In den Papierkorb</translation>
        </message>
        <message>
            <source>%1 could not be made: %2</source>
            <translation>%1 konnte nicht angelegt werden: %2</translation>
        </message>
        <message>
            <source>no rights in this folder, or no space.</source>
            <translation>keine Rechte in diesem Ordner oder kein Platz.</translation>
        </message>
        <message>
            <source>new file</source>
            <translation>neue Datei</translation>
        </message>
        <message>
            <source>new folder</source>
            <translation>neuer Ordner</translation>
        </message>
        <message>
            <source>%1 could not be moved to the trash: %2</source>
            <translation>%1 konnte nicht in den Papierkorb verschoben werden: %2</translation>
        </message>
        <message>
            <source>New File</source>
            <translation>Neue Datei</translation>
        </message>
        <message>
            <source>New Folder</source>
            <translation>Neuer Ordner</translation>
        </message>
        <message>
            <source>Rename</source>
            <translation>Umbenennen</translation>
        </message>
        <message>
            <source>The files of the folder you open will be here (menu File, Open Folder).</source>
            <translation>Hier stehen die Dateien des Ordners, den Sie öffnen (Menü Datei, Ordner öffnen).</translation>
        </message>
        <message>
            <source>%1 is gone from disk. Its files will be here again once it is back.</source>
            <translation>%1 ist nicht mehr auf der Platte. Die Dateien stehen wieder hier, sobald der Ordner zurück ist.</translation>
        </message>
    </context>
    <context>
        <name>slipway::log::LogView</name>
        <message>
            <source>Log</source>
            <translation>Ausgabe</translation>
        </message>
    </context>
    <context>
        <name>slipway::log::LogWidget</name>
        <message>
            <source>Find in log</source>
            <translation>In der Ausgabe suchen</translation>
        </message>
        <message>
            <source>Previous (Shift+Return)</source>
            <translation>Vorheriges (Umschalt+Eingabe)</translation>
        </message>
        <message>
            <source>Next (Return)</source>
            <translation>Nächstes (Eingabe)</translation>
        </message>
        <message>
            <source>Close (Escape)</source>
            <translation>Schließen (Esc)</translation>
        </message>
        <message>
            <source>Choose a step to see what it printed.</source>
            <translation>Wählen Sie einen Schritt, um seine Ausgabe zu sehen.</translation>
        </message>
        <message>
            <source>The step you chose is not part of this build.</source>
            <translation>Der gewählte Schritt gehört nicht zu diesem Bau.</translation>
        </message>
        <message>
            <source>Line %1 runs nothing of its own. Choose a step to see what it printed.</source>
            <translation>Zeile %1 führt selbst nichts aus. Wählen Sie einen Schritt, um seine Ausgabe zu sehen.</translation>
        </message>
        <message>
            <source>What a step prints stands here while it runs and after.</source>
            <translation>Hier steht, was ein Schritt ausgibt, während er läuft und danach.</translation>
        </message>
        <message>
            <source>following</source>
            <translation>folgt</translation>
        </message>
        <message>
            <source>no output</source>
            <translation>keine Ausgabe</translation>
        </message>
        <message numerus="yes">
            <source>%n lines</source>
            <translation>
                <numerusform>%n Zeile</numerusform>
                <numerusform>%n Zeilen</numerusform>
            </translation>
        </message>
        <message>
            <source>From the cache: it did not run in this build.</source>
            <translation>Aus dem Cache: Der Schritt lief in diesem Bau nicht.</translation>
        </message>
        <message>
            <source>Nothing printed.</source>
            <translation>Keine Ausgabe.</translation>
        </message>
        <message numerus="yes">
            <source>%n matches</source>
            <translation>
                <numerusform>%n Treffer</numerusform>
                <numerusform>%n Treffer</numerusform>
            </translation>
        </message>
        <message>
            <source>It waits for the steps before it.</source>
            <translation>Er wartet auf die Schritte vor ihm.</translation>
        </message>
        <message>
            <source>The build ended before its turn came.</source>
            <translation>Der Bau endete, bevor er an die Reihe kam.</translation>
        </message>
        <message>
            <source>Nothing printed yet.</source>
            <translation>Noch keine Ausgabe.</translation>
        </message>
    </context>
    <context>
        <name>slipway::outline</name>
        <message>
            <source>Line %1: %2</source>
            <translation>Zeile %1: %2</translation>
        </message>
        <message>
            <source>stage %1</source>
            <translation>Stufe %1</translation>
        </message>
        <message>
            <source>Based on %1</source>
            <translation>Beruht auf %1</translation>
        </message>
        <message>
            <source>Uses %1</source>
            <translation>Verwendet %1</translation>
        </message>
        <message>
            <source>No other stage uses it</source>
            <translation>Keine andere Stufe verwendet sie</translation>
        </message>
        <message>
            <source>Used by %1</source>
            <translation>Verwendet von %1</translation>
        </message>
        <message>
            <source>Lines %1 to %2</source>
            <translation>Zeilen %1 bis %2</translation>
        </message>
    </context>
    <context>
        <name>slipway::outline::OutlineDelegate</name>
        <message>
            <source>Build %1  Ctrl+B</source>
            <translation>%1 bauen  Strg+B</translation>
        </message>
    </context>
    <context>
        <name>slipway::outline::OutlinePanel</name>
        <message>
            <source>Stages</source>
            <translation>Stufen</translation>
        </message>
        <message>
            <source>The stages of this folder's Dockerfile will be here. It has none yet.</source>
            <translation>Hier stehen die Stufen der Dockerfile dieses Ordners. Noch gibt es keine.</translation>
        </message>
        <message>
            <source>The stages of this Dockerfile will be here; each begins with FROM.</source>
            <translation>Hier stehen die Stufen dieser Dockerfile; jede beginnt mit FROM.</translation>
        </message>
        <message>
            <source>Build %1</source>
            <translation>%1 bauen</translation>
        </message>
        <message>
            <source>Show in editor</source>
            <translation>Im Editor zeigen</translation>
        </message>
        <message>
            <source>New Dockerfile</source>
            <translation>Neue Dockerfile</translation>
        </message>
    </context>
    <context>
        <name>slipway::project</name>
        <message numerus="yes">
            <source>%n error(s)</source>
            <translation>
                <numerusform>%n Fehler</numerusform>
                <numerusform>%n Fehler</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n warning(s)</source>
            <translation>
                <numerusform>%n Warnung</numerusform>
                <numerusform>%n Warnungen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n hint(s)</source>
            <translation>
                <numerusform>%n Hinweis</numerusform>
                <numerusform>%n Hinweise</numerusform>
            </translation>
        </message>
        <message>
            <source>took %1 last time</source>
            <translation>dauerte zuletzt %1</translation>
        </message>
        <message>
            <source>%1 unpacked</source>
            <translation>%1 entpackt</translation>
        </message>
        <message numerus="yes">
            <source>%n steps follow</source>
            <translation>
                <numerusform>%n Schritt folgt</numerusform>
                <numerusform>%n Schritte folgen</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 follows line %2</source>
            <translation>%1 folgt Zeile %2</translation>
        </message>
        <message>
            <source>%1 will rebuild</source>
            <translation>%1 wird neu gebaut</translation>
        </message>
        <message>
            <source>%1 is cached; docker build would run it</source>
            <translation>%1 ist im Cache; docker build würde es ausführen</translation>
        </message>
        <message>
            <source>%1 is cached</source>
            <translation>%1 ist im Cache</translation>
        </message>
        <message>
            <source>stage %1</source>
            <translation>Stufe %1</translation>
        </message>
        <message>
            <source>cached, docker build would run it</source>
            <translation>im Cache, docker build würde ihn ausführen</translation>
        </message>
        <message>
            <source>cached</source>
            <translation>im Cache</translation>
        </message>
        <message>
            <source>took %1</source>
            <translation>dauerte %1</translation>
        </message>
        <message>
            <source>follows line %1</source>
            <translation>folgt Zeile %1</translation>
        </message>
        <message>
            <source>a step above it ran</source>
            <translation>ein Schritt darüber lief</translation>
        </message>
        <message>
            <source>rebuilds: %1</source>
            <translation>läuft neu: %1</translation>
        </message>
        <message>
            <source>not known yet</source>
            <translation>noch nicht bekannt</translation>
        </message>
        <message>
            <source>all cached</source>
            <translation>alles im Cache</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 von %2</translation>
        </message>
        <message>
            <source>Mend every %1</source>
            <translation>Jedes %1 beheben</translation>
        </message>
        <message>
            <source>Ignore %1 here</source>
            <translation>%1 hier nicht beachten</translation>
        </message>
        <message>
            <source>Ignore %1 in this file</source>
            <translation>%1 in dieser Datei nicht beachten</translation>
        </message>
        <message>
            <source>Ignore %1 in %2</source>
            <translation>%1 in %2 nicht beachten</translation>
        </message>
        <message>
            <source>Ignore %1 everywhere</source>
            <translation>%1 nirgends beachten</translation>
        </message>
        <message>
            <source>No more steps rebuild.</source>
            <translation>Kein Schritt wird deshalb neu gebaut.</translation>
        </message>
        <message numerus="yes">
            <source>%n step(s) fewer to rebuild.</source>
            <translation>
                <numerusform>%n Schritt weniger wird neu gebaut.</numerusform>
                <numerusform>%n Schritte weniger werden neu gebaut.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n more step(s) rebuild</source>
            <translation>
                <numerusform>%n weiterer Schritt wird neu gebaut</numerusform>
                <numerusform>%n weitere Schritte werden neu gebaut</numerusform>
            </translation>
        </message>
        <message>
            <source>%1, %2.</source>
            <translation>%1, %2.</translation>
        </message>
        <message>
            <source>Mend all that can be mended</source>
            <translation>Alles beheben, was sich beheben lässt</translation>
        </message>
        <message>
            <source>%1 less in the image.</source>
            <translation>%1 weniger im Abbild.</translation>
        </message>
        <message>
            <source>%1 added</source>
            <translation>%1 hinzugekommen</translation>
        </message>
        <message>
            <source>%1 removed</source>
            <translation>%1 entfernt</translation>
        </message>
        <message>
            <source>%1 changed</source>
            <translation>%1 geändert</translation>
        </message>
        <message numerus="yes">
            <source>%1 and %n more</source>
            <translation>
                <numerusform>%1 und %n weitere</numerusform>
                <numerusform>%1 und %n weitere</numerusform>
            </translation>
        </message>
        <message>
            <source>line %1 changed</source>
            <translation>Zeile %1 geändert</translation>
        </message>
        <message>
            <source>what it stands on changed</source>
            <translation>worauf er steht, ist anders</translation>
        </message>
        <message>
            <source>the owner %1 changed below</source>
            <translation>der Eigentümer %1 ist darunter ein anderer</translation>
        </message>
        <message>
            <source>%1 leads elsewhere below</source>
            <translation>%1 führt darunter woandershin</translation>
        </message>
        <message>
            <source>%1 changed below</source>
            <translation>%1 ist darunter anders</translation>
        </message>
        <message>
            <source>%1 isn't here yet</source>
            <translation>%1 ist noch nicht hier</translation>
        </message>
        <message>
            <source>line %1 has an error</source>
            <translation>Zeile %1 hat einen Fehler</translation>
        </message>
        <message>
            <source>its FROM names no image</source>
            <translation>das FROM nennt kein Abbild</translation>
        </message>
        <message>
            <source>instruction changed</source>
            <translation>Anweisung geändert</translation>
        </message>
        <message>
            <source>files changed</source>
            <translation>Dateien geändert</translation>
        </message>
        <message>
            <source>the image changed</source>
            <translation>das Abbild ist ein anderes</translation>
        </message>
        <message>
            <source>platform %1</source>
            <translation>Plattform %1</translation>
        </message>
        <message>
            <source>mount %1</source>
            <translation>Einhängung %1</translation>
        </message>
        <message>
            <source>its layer was removed</source>
            <translation>seine Schicht wurde entfernt</translation>
        </message>
        <message>
            <source>built without cache</source>
            <translation>ohne Cache gebaut</translation>
        </message>
        <message>
            <source>never built</source>
            <translation>nie gebaut</translation>
        </message>
        <message>
            <source>failed with exit status %1</source>
            <translation>fehlgeschlagen mit Rückgabewert %1</translation>
        </message>
        <message>
            <source>failed</source>
            <translation>fehlgeschlagen</translation>
        </message>
        <message>
            <source>failed: %1</source>
            <translation>fehlgeschlagen: %1</translation>
        </message>
        <message>
            <source>after %1</source>
            <translation>nach %1</translation>
        </message>
    </context>
    <context>
        <name>slipway::problems::ProblemModel</name>
        <message>
            <source>error</source>
            <translation>Fehler</translation>
        </message>
        <message>
            <source>warning</source>
            <translation>Warnung</translation>
        </message>
        <message>
            <source>hint</source>
            <translation>Hinweis</translation>
        </message>
        <message>
            <source>line %1</source>
            <translation>Zeile %1</translation>
        </message>
    </context>
    <context>
        <name>slipway::problems::ProblemsPanel</name>
        <message>
            <source>Problems</source>
            <translation>Probleme</translation>
        </message>
        <message>
            <source>Show them, or leave them out</source>
            <translation>Anzeigen oder weglassen</translation>
        </message>
        <message>
            <source>Nothing is wrong in this Dockerfile, and nothing unwise.</source>
            <translation>In dieser Dockerfile ist nichts falsch und nichts unklug.</translation>
        </message>
        <message>
            <source>What Can Be Done…</source>
            <translation>Was sich tun lässt …</translation>
        </message>
        <message>
            <source>Go to the Line</source>
            <translation>Zur Zeile</translation>
        </message>
        <message>
            <source>Mend Every %1…</source>
            <translation>Jedes %1 beheben …</translation>
        </message>
        <message>
            <source>Mend All That Can Be Mended…</source>
            <translation>Alles beheben, was sich beheben lässt …</translation>
        </message>
        <message>
            <source>Leave out what is about other files</source>
            <translation>Weglassen, was andere Dateien betrifft</translation>
        </message>
        <message>
            <source>Filter</source>
            <translation>Filter</translation>
        </message>
        <message>
            <source>Words that the problems shown have</source>
            <translation>Wörter, die die gezeigten Probleme haben</translation>
        </message>
        <message>
            <source>Words of a message, a rule or a file's name; Return goes to the first row, Escape forgets them</source>
            <translation>Wörter einer Meldung, einer Regel oder eines Dateinamens; die Eingabetaste führt zur ersten Zeile, Escape leert das Feld</translation>
        </message>
        <message>
            <source>This File</source>
            <translation>Diese Datei</translation>
        </message>
        <message>
            <source>None of the problems is of the kinds and words that are shown.</source>
            <translation>Keines der Probleme gehört zu den Arten und Wörtern, die gezeigt werden.</translation>
        </message>
        <message>
            <source>Show All</source>
            <translation>Alle zeigen</translation>
        </message>
    </context>
    <context>
        <name>slipway::project::Project</name>
        <message>
            <source>A file was closed before it was saved.</source>
            <translation>Eine Datei wurde geschlossen, bevor sie gespeichert war.</translation>
        </message>
    </context>
    <context>
        <name>slipway::project::BuildStarter</name>
        <message>
            <source>A build is running; cancel it first.</source>
            <translation>Ein Bau läuft; brechen Sie ihn zuerst ab.</translation>
        </message>
        <message>
            <source>The store can't be opened, so nothing can be built.</source>
            <translation>Der Speicher lässt sich nicht öffnen, daher kann nichts gebaut werden.</translation>
        </message>
        <message>
            <source>all stages</source>
            <translation>alle Stufen</translation>
        </message>
        <message>
            <source>the last stage</source>
            <translation>die letzte Stufe</translation>
        </message>
    </context>
    <context>
        <name>slipway::targets::AdditionsView</name>
        <message>
            <source>Open comparison</source>
            <translation>Vergleich öffnen</translation>
        </message>
        <message>
            <source>%1 adds</source>
            <translation>%1 bringt hinzu</translation>
        </message>
        <message>
            <source>Layers that %1 has and %2 has not</source>
            <translation>Schichten, die %1 hat und %2 nicht</translation>
        </message>
    </context>
    <context>
        <name>slipway::targets::TargetCard</name>
        <message>
            <source>name, or name:tag</source>
            <translation>Name oder Name:Tag</translation>
        </message>
        <message>
            <source>Name, save, load, compare</source>
            <translation>Benennen, sichern, laden, vergleichen</translation>
        </message>
        <message>
            <source>measuring …</source>
            <translation>wird gemessen …</translation>
        </message>
        <message>
            <source>Compressed: what a registry would send</source>
            <translation>Komprimiert: was eine Registry senden würde</translation>
        </message>
        <message>
            <source>%1 unpacked: the sum of its layers' files</source>
            <translation>%1 entpackt: die Summe der Dateien seiner Schichten</translation>
        </message>
        <message>
            <source>%1 unpacked</source>
            <translation>%1 entpackt</translation>
        </message>
        <message>
            <source>%1 compressed</source>
            <translation>%1 komprimiert</translation>
        </message>
        <message>
            <source>compressed: measuring …</source>
            <translation>komprimiert: wird gemessen …</translation>
        </message>
        <message>
            <source>built %1</source>
            <translation>gebaut %1</translation>
        </message>
        <message>
            <source>of an earlier Dockerfile</source>
            <translation>von einer früheren Dockerfile</translation>
        </message>
        <message>
            <source>The Dockerfile has no such stage any more; its image of %1 is kept.</source>
            <translation>Die Dockerfile hat diese Stufe nicht mehr; ihr Abbild von %1 ist noch da.</translation>
        </message>
        <message>
            <source>%1, %2 unpacked</source>
            <translation>%1, %2 entpackt</translation>
        </message>
        <message>
            <source>Name it …</source>
            <translation>Benennen …</translation>
        </message>
        <message>
            <source>Save as archive …</source>
            <translation>Als Archiv sichern …</translation>
        </message>
        <message>
            <source>Load into Docker</source>
            <translation>In Docker laden</translation>
        </message>
        <message>
            <source>Load into Podman</source>
            <translation>In Podman laden</translation>
        </message>
        <message>
            <source>Compare</source>
            <translation>Vergleichen</translation>
        </message>
        <message>
            <source>Copy image ID</source>
            <translation>Abbild-ID kopieren</translation>
        </message>
        <message>
            <source>New name of the image</source>
            <translation>Neuer Name des Abbilds</translation>
        </message>
    </context>
    <context>
        <name>slipway::targets::TargetsWidget</name>
        <message>
            <source>unpacked</source>
            <translation>entpackt</translation>
        </message>
        <message>
            <source>compressed</source>
            <translation>komprimiert</translation>
        </message>
        <message>
            <source>Unpacked: what the files take. Compressed: what a registry would send.</source>
            <translation>Entpackt: was die Dateien belegen. Komprimiert: was eine Registry senden würde.</translation>
        </message>
        <message>
            <source>No target built yet. What each weighs stands here, and what one has more than another.</source>
            <translation>Noch kein Ziel gebaut. Hier steht, was jedes wiegt und was eines mehr hat als ein anderes.</translation>
        </message>
        <message>
            <source>The store isn't open.</source>
            <translation>Der Speicher ist nicht offen.</translation>
        </message>
        <message>
            <source>%1 is now named %2.</source>
            <translation>%1 heißt jetzt %2.</translation>
        </message>
        <message>
            <source>Save %1 as archive</source>
            <translation>%1 als Archiv sichern</translation>
        </message>
        <message>
            <source>Image archives (*.tar)</source>
            <translation>Abbild-Archive (*.tar)</translation>
        </message>
        <message>
            <source>Saving %1 …</source>
            <translation>%1 wird gesichert …</translation>
        </message>
        <message>
            <source>%1 is saved as %2.</source>
            <translation>%1 ist als %2 gesichert.</translation>
        </message>
        <message>
            <source>Loading %1 into %2 …</source>
            <translation>%1 wird in %2 geladen …</translation>
        </message>
        <message>
            <source>%1 is loaded into %2.</source>
            <translation>%1 ist in %2 geladen.</translation>
        </message>
        <message>
            <source>%1 could not be started: %2</source>
            <translation>%1 konnte nicht gestartet werden: %2</translation>
        </message>
    </context>
    <context>
        <name>slipway::theme</name>
        <message>
            <source>cached</source>
            <translation>im Cache</translation>
        </message>
        <message>
            <source>cached, docker build would run it</source>
            <translation>im Cache, docker build würde ihn ausführen</translation>
        </message>
        <message>
            <source>will rebuild</source>
            <translation>läuft neu</translation>
        </message>
        <message>
            <source>will rebuild, because another does</source>
            <translation>läuft neu, weil ein anderer neu läuft</translation>
        </message>
        <message>
            <source>not known yet</source>
            <translation>noch nicht bekannt</translation>
        </message>
        <message>
            <source>waiting</source>
            <translation>wartet</translation>
        </message>
        <message>
            <source>running</source>
            <translation>läuft</translation>
        </message>
        <message>
            <source>built</source>
            <translation>gebaut</translation>
        </message>
        <message>
            <source>rebuilt, same result</source>
            <translation>neu gebaut, gleiches Ergebnis</translation>
        </message>
        <message>
            <source>failed</source>
            <translation>fehlgeschlagen</translation>
        </message>
        <message>
            <source>canceled</source>
            <translation>abgebrochen</translation>
        </message>
    </context>
    <context>
        <name>slipway::timeline::TimelineModel</name>
        <message>
            <source>Step</source>
            <translation>Schritt</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>Zeit</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>Größe</translation>
        </message>
        <message>
            <source>%1 unpacked</source>
            <translation>%1 entpackt</translation>
        </message>
        <message>
            <source>because %1</source>
            <translation>Grund: %1</translation>
        </message>
        <message>
            <source>took %1 when it ran</source>
            <translation>dauerte %1, als er lief</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 von %2</translation>
        </message>
        <message>
            <source>%1 of %2 files</source>
            <translation>%1 von %2 Dateien</translation>
        </message>
        <message>
            <source>%1 %</source>
            <translation>%1 %</translation>
        </message>
    </context>
    <context>
        <name>slipway::timeline::TimelineWidget</name>
        <message>
            <source>a build</source>
            <translation>ein Bau</translation>
        </message>
        <message>
            <source>all stages</source>
            <translation>alle Stufen</translation>
        </message>
        <message>
            <source>now</source>
            <translation>jetzt</translation>
        </message>
        <message numerus="yes">
            <source>%n cached</source>
            <translation>
                <numerusform>%n im Cache</numerusform>
                <numerusform>%n im Cache</numerusform>
            </translation>
        </message>
        <message>
            <source>failed</source>
            <translation>fehlgeschlagen</translation>
        </message>
        <message>
            <source>canceled</source>
            <translation>abgebrochen</translation>
        </message>
        <message>
            <source>Timeline</source>
            <translation>Zeitachse</translation>
        </message>
        <message>
            <source>Choose which build the timeline shows</source>
            <translation>Wählen, welchen Bau die Zeitachse zeigt</translation>
        </message>
        <message>
            <source>Nothing built yet. Each step of a build stands here with its time and size.</source>
            <translation>Noch nichts gebaut. Hier steht jeder Schritt eines Baus mit Zeit und Größe.</translation>
        </message>
        <message>
            <source>%1 failed before a step began, at line %2: %3</source>
            <translation>%1 ist fehlgeschlagen, bevor ein Schritt begann, in Zeile %2: %3</translation>
        </message>
        <message>
            <source>%1 failed before a step began: %2</source>
            <translation>%1 ist fehlgeschlagen, bevor ein Schritt begann: %2</translation>
        </message>
    </context>
    <context>
        <name>slipway::units</name>
        <message>
            <source>%1 bytes</source>
            <translation>%1 Bytes</translation>
        </message>
        <message>
            <source>ms</source>
            <translation>ms</translation>
        </message>
        <message>
            <source>s</source>
            <translation>s</translation>
        </message>
        <message>
            <source>min</source>
            <translation>min</translation>
        </message>
        <message>
            <source>h</source>
            <translation>h</translation>
        </message>
        <message>
            <source>yesterday %1</source>
            <translation>gestern %1</translation>
        </message>
    </context>
    <context>
        <name>slipway::window</name>
        <message>
            <source>Open</source>
            <translation>Öffnen</translation>
        </message>
        <message>
            <source>There is nothing to build: this folder has no Dockerfile. Make one in the list of files.</source>
            <translation>Es gibt nichts zu bauen: Dieser Ordner hat keine Dockerfile. Legen Sie eine in der Dateiliste an.</translation>
        </message>
        <message>
            <source>This Slipway was made without its build engine.</source>
            <translation>Dieses Slipway wurde ohne seine Bau-Maschine erstellt.</translation>
        </message>
        <message>
            <source>A build is running; cancel it first.</source>
            <translation>Ein Bau läuft; brechen Sie ihn zuerst ab.</translation>
        </message>
        <message>
            <source>&amp;File</source>
            <translation>&amp;Datei</translation>
        </message>
        <message>
            <source>Open &amp;Recent</source>
            <translation>&amp;Zuletzt geöffnet</translation>
        </message>
        <message>
            <source>&amp;Edit</source>
            <translation>&amp;Bearbeiten</translation>
        </message>
        <message>
            <source>E&amp;ditor</source>
            <translation>&amp;Editor</translation>
        </message>
        <message>
            <source>&amp;View</source>
            <translation>&amp;Ansicht</translation>
        </message>
        <message>
            <source>&amp;Theme</source>
            <translation>&amp;Farbschema</translation>
        </message>
        <message>
            <source>&amp;Build</source>
            <translation>Ba&amp;uen</translation>
        </message>
        <message>
            <source>&amp;Settings</source>
            <translation>Ein&amp;stellungen</translation>
        </message>
        <message>
            <source>&amp;Go</source>
            <translation>&amp;Gehe zu</translation>
        </message>
        <message>
            <source>Stage</source>
            <translation>Stufe</translation>
        </message>
        <message>
            <source>Go to %1</source>
            <translation>Zu %1</translation>
        </message>
        <message>
            <source>Build %1</source>
            <translation>%1 bauen</translation>
        </message>
        <message>
            <source>Panel</source>
            <translation>Bereich</translation>
        </message>
        <message>
            <source>Close %1</source>
            <translation>%1 schließen</translation>
        </message>
        <message>
            <source>Open Recent</source>
            <translation>Zuletzt geöffnet</translation>
        </message>
    </context>
    <context>
        <name>slipway::window::BuildSettingsPanel</name>
        <message>
            <source>Build settings of %1</source>
            <translation>Bau-Einstellungen von %1</translation>
        </message>
        <message>
            <source>Last stage</source>
            <translation>Letzte Stufe</translation>
        </message>
        <message>
            <source>Target</source>
            <translation>Ziel</translation>
        </message>
        <message>
            <source>name:tag</source>
            <translation>Name:Tag</translation>
        </message>
        <message>
            <source>Tag of %1</source>
            <translation>Tag von %1</translation>
        </message>
        <message>
            <source>NAME=value, one a line</source>
            <translation>NAME=Wert, einer je Zeile</translation>
        </message>
        <message>
            <source>NAME=value, one a line; NAME alone takes its value from the environment</source>
            <translation>NAME=Wert, einer je Zeile; NAME allein nimmt den Wert aus der Umgebung</translation>
        </message>
        <message>
            <source>%1 gets no value: the environment that Slipway was started in has none. Write %1=value.</source>
            <translation>%1 bekommt keinen Wert: Die Umgebung, in der Slipway gestartet wurde, hat keinen. Schreiben Sie %1=Wert.</translation>
        </message>
        <message>
            <source>Build arguments</source>
            <translation>Bau-Argumente</translation>
        </message>
        <message>
            <source>default: each step has its own</source>
            <translation>default: jeder Schritt hat sein eigenes</translation>
        </message>
        <message>
            <source>none: no step has any</source>
            <translation>none: kein Schritt hat eines</translation>
        </message>
        <message>
            <source>host: that of this machine</source>
            <translation>host: das dieses Rechners</translation>
        </message>
        <message>
            <source>Network</source>
            <translation>Netzwerk</translation>
        </message>
        <message>
            <source>Hosts</source>
            <translation>Rechner</translation>
        </message>
        <message>
            <source>NAME:ADDRESS</source>
            <translation>NAME:ADRESSE</translation>
        </message>
        <message>
            <source>Names for /etc/hosts of every step, several separated by blanks; the address host-gateway is that of this machine</source>
            <translation>Namen für /etc/hosts in jedem Schritt, mehrere durch Leerzeichen getrennt; die Adresse host-gateway ist die dieses Rechners</translation>
        </message>
        <message>
            <source>Run every step, whatever the cache has</source>
            <translation>Jeden Schritt ausführen, was auch im Cache ist</translation>
        </message>
        <message>
            <source>No cache</source>
            <translation>Ohne Cache</translation>
        </message>
        <message>
            <source>Ask the registry for newer base images</source>
            <translation>Die Registry nach neueren Basis-Abbildern fragen</translation>
        </message>
        <message>
            <source>Pull</source>
            <translation>Nachladen</translation>
        </message>
        <message>
            <source>%1 (there is no such stage)</source>
            <translation>%1 (diese Stufe gibt es nicht)</translation>
        </message>
    </context>
    <context>
        <name>slipway::window::CodeActions</name>
        <message>
            <source>&amp;Fold or Unfold Here</source>
            <translation>Hier ein- oder aus&amp;falten</translation>
        </message>
        <message>
            <source>Fold A&amp;ll</source>
            <translation>Alles &amp;einfalten</translation>
        </message>
        <message>
            <source>Fold All Comme&amp;nts</source>
            <translation>Alle &amp;Kommentare einfalten</translation>
        </message>
        <message>
            <source>Unfold All</source>
            <translation>Alles ausfalten</translation>
        </message>
        <message>
            <source>Editor</source>
            <translation>Editor</translation>
        </message>
        <message>
            <source>Go</source>
            <translation>Gehe zu</translation>
        </message>
        <message>
            <source>&amp;Complete</source>
            <translation>&amp;Vervollständigen</translation>
        </message>
        <message>
            <source>Show the Instruction's F&amp;orm</source>
            <translation>F&amp;orm der Anweisung zeigen</translation>
        </message>
        <message>
            <source>&amp;Rename Stage or Variable…</source>
            <translation>Stufe oder Variable &amp;umbenennen …</translation>
        </message>
        <message>
            <source>Fo&amp;rmat Dockerfile or Selection</source>
            <translation>Dockerfile oder Auswahl fo&amp;rmatieren</translation>
        </message>
        <message>
            <source>Go to &amp;Definition</source>
            <translation>Zur &amp;Definition</translation>
        </message>
        <message>
            <source>List &amp;References</source>
            <translation>&amp;Verwendungen zeigen</translation>
        </message>
        <message>
            <source>View</source>
            <translation>Ansicht</translation>
        </message>
        <message>
            <source>&amp;Split the Editor</source>
            <translation>Editor &amp;teilen</translation>
        </message>
        <message>
            <source>Go to the &amp;Other View</source>
            <translation>Zur &amp;anderen Ansicht</translation>
        </message>
        <message>
            <source>Go to &amp;Stage, Variable or Heredoc…</source>
            <translation>Zu &amp;Stufe, Variable oder Heredoc …</translation>
        </message>
        <message>
            <source>&amp;Next Problem</source>
            <translation>&amp;Nächstes Problem</translation>
        </message>
        <message>
            <source>&amp;Previous Problem</source>
            <translation>&amp;Voriges Problem</translation>
        </message>
        <message>
            <source>This is for Dockerfiles: bring one to the front.</source>
            <translation>Das gilt für Dockerfiles: Holen Sie eine nach vorn.</translation>
        </message>
        <message>
            <source>Nothing is wrong in this file, and nothing unwise.</source>
            <translation>In dieser Datei ist nichts falsch und nichts unklug.</translation>
        </message>
        <message>
            <source>&amp;What Can Be Done Here…</source>
            <translation>&amp;Was sich hier tun lässt …</translation>
        </message>
        <message>
            <source>&amp;Mend All That Can Be Mended…</source>
            <translation>Alles &amp;beheben, was sich beheben lässt …</translation>
        </message>
        <message>
            <source>Go &amp;Back</source>
            <translation>&amp;Zurück</translation>
        </message>
        <message>
            <source>Go &amp;Forward</source>
            <translation>&amp;Vorwärts</translation>
        </message>
        <message>
            <source>E&amp;xpand Selection</source>
            <translation>Auswahl er&amp;weitern</translation>
        </message>
        <message>
            <source>S&amp;hrink Selection</source>
            <translation>Auswahl ver&amp;kleinern</translation>
        </message>
        <message>
            <source>There is no stage, variable or heredoc in this file.</source>
            <translation>In dieser Datei gibt es keine Stufe, keine Variable und kein Heredoc.</translation>
        </message>
        <message>
            <source>E&amp;xplain What Is Here</source>
            <translation>&amp;Erklären, was hier steht</translation>
        </message>
    </context>
    <context>
        <name>slipway::window::CommandBox</name>
        <message>
            <source>Go to stage, file, image or command</source>
            <translation>Zu Stufe, Datei, Abbild oder Befehl</translation>
        </message>
        <message>
            <source>Every command, stage, file and image, by typing  Ctrl+Shift+P (files alone: Ctrl+P)</source>
            <translation>Jeder Befehl, jede Stufe, Datei und jedes Abbild, durch Tippen  Strg+Umschalt+P (nur Dateien: Strg+P)</translation>
        </message>
    </context>
    <context>
        <name>slipway::window::EditorActions</name>
        <message>
            <source>Edit</source>
            <translation>Bearbeiten</translation>
        </message>
        <message>
            <source>View</source>
            <translation>Ansicht</translation>
        </message>
        <message>
            <source>Editor</source>
            <translation>Editor</translation>
        </message>
    </context>
    <context>
        <name>slipway::window::MainWindow</name>
        <message>
            <source>&amp;Go to File…</source>
            <translation>&amp;Gehe zu Datei …</translation>
        </message>
        <message>
            <source>Slipway</source>
            <translation>Slipway</translation>
        </message>
        <message>
            <source>%1 – Slipway</source>
            <translation>%1 – Slipway</translation>
        </message>
        <message>
            <source>File</source>
            <translation>Datei</translation>
        </message>
        <message>
            <source>Build</source>
            <translation>Bauen</translation>
        </message>
        <message>
            <source>View</source>
            <translation>Ansicht</translation>
        </message>
        <message>
            <source>&amp;Open File…</source>
            <translation>Datei ö&amp;ffnen …</translation>
        </message>
        <message>
            <source>Open &amp;Folder…</source>
            <translation>&amp;Ordner öffnen …</translation>
        </message>
        <message>
            <source>&amp;Save</source>
            <translation>&amp;Speichern</translation>
        </message>
        <message>
            <source>Save A&amp;ll</source>
            <translation>&amp;Alles speichern</translation>
        </message>
        <message>
            <source>&amp;Close Tab</source>
            <translation>Reiter &amp;schließen</translation>
        </message>
        <message>
            <source>&amp;Quit</source>
            <translation>&amp;Beenden</translation>
        </message>
        <message>
            <source>Build Stage at &amp;Cursor</source>
            <translation>Stufe an der &amp;Schreibmarke bauen</translation>
        </message>
        <message>
            <source>Build &amp;Last Stage</source>
            <translation>&amp;Letzte Stufe bauen</translation>
        </message>
        <message>
            <source>Build &amp;All Stages</source>
            <translation>&amp;Alle Stufen bauen</translation>
        </message>
        <message>
            <source>&amp;Cancel Build</source>
            <translation>Bau a&amp;bbrechen</translation>
        </message>
        <message>
            <source>Go to &amp;Failed Step</source>
            <translation>Zum &amp;fehlgeschlagenen Schritt</translation>
        </message>
        <message>
            <source>Build &amp;Settings…</source>
            <translation>Bau-&amp;Einstellungen …</translation>
        </message>
        <message>
            <source>&amp;Next Tab</source>
            <translation>&amp;Nächster Reiter</translation>
        </message>
        <message>
            <source>&amp;Previous Tab</source>
            <translation>&amp;Voriger Reiter</translation>
        </message>
        <message>
            <source>Go to &amp;Editor</source>
            <translation>Zum &amp;Editor</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Einstellungen</translation>
        </message>
        <message>
            <source>&amp;Settings…</source>
            <translation>&amp;Einstellungen …</translation>
        </message>
        <message>
            <source>&amp;Command Palette…</source>
            <translation>&amp;Befehlspalette …</translation>
        </message>
        <message>
            <source>Theme: As the &amp;System</source>
            <translation>Farben: wie das &amp;System</translation>
        </message>
        <message>
            <source>Theme: &amp;Light</source>
            <translation>Farben: &amp;hell</translation>
        </message>
        <message>
            <source>Theme: &amp;Dark</source>
            <translation>Farben: &amp;dunkel</translation>
        </message>
        <message>
            <source>Open Folder</source>
            <translation>Ordner öffnen</translation>
        </message>
        <message>
            <source>Open File</source>
            <translation>Datei öffnen</translation>
        </message>
        <message>
            <source>%1 can't be opened: there is no such file or folder.</source>
            <translation>%1 kann nicht geöffnet werden: Es gibt keine solche Datei und keinen solchen Ordner.</translation>
        </message>
        <message>
            <source>&amp;New File</source>
            <translation>&amp;Neue Datei</translation>
        </message>
        <message>
            <source>New &amp;Dockerfile</source>
            <translation>Neue &amp;Dockerfile</translation>
        </message>
    </context>
    <context>
        <name>slipway::window::SettingsPanel</name>
        <message>
            <source>Settings</source>
            <translation>Einstellungen</translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>Wie das System</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Hell</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Dunkel</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>Farbschema</translation>
        </message>
        <message>
            <source> pt</source>
            <translation> pt</translation>
        </message>
        <message>
            <source>Code font</source>
            <translation>Schrift für Code</translation>
        </message>
        <message>
            <source>Code size</source>
            <translation>Größe für Code</translation>
        </message>
        <message>
            <source>Registry mirror</source>
            <translation>Registry-Spiegel</translation>
        </message>
        <message>
            <source>As in Kate</source>
            <translation>Wie in Kate</translation>
        </message>
        <message>
            <source>As in VS Code</source>
            <translation>Wie in VS Code</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>Tasten</translation>
        </message>
    </context>
    <context>
        <name>slipway::window::StatusLine</name>
        <message>
            <source>What a build finds in this folder, without what .dockerignore leaves out: %1</source>
            <translation>Was ein Bau in diesem Ordner vorfindet, ohne das, was .dockerignore auslässt: %1</translation>
        </message>
        <message>
            <source>Context %1 · %2</source>
            <translation>Kontext %1 · %2</translation>
        </message>
        <message numerus="yes">
            <source>%n files</source>
            <translation>
                <numerusform>%n Datei</numerusform>
                <numerusform>%n Dateien</numerusform>
            </translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Cancel the build  %1</source>
            <translation>Den Bau abbrechen  %1</translation>
        </message>
        <message>
            <source>Building %1 · step %2 of %3 · %4</source>
            <translation>%1 wird gebaut · Schritt %2 von %3 · %4</translation>
        </message>
        <message>
            <source>%1 built at %2 in %3</source>
            <translation>%1 gebaut um %2 in %3</translation>
        </message>
        <message>
            <source>%1 canceled at %2</source>
            <translation>%1 abgebrochen um %2</translation>
        </message>
        <message>
            <source>Ln %1, Col %2</source>
            <translation>Z. %1, Sp. %2</translation>
        </message>
        <message>
            <source>Line %1: %2</source>
            <translation>Zeile %1: %2</translation>
        </message>
        <message>
            <source>%1 failed at %2 (%3 goes there)</source>
            <translation>%1 fehlgeschlagen um %2 (%3 führt hin)</translation>
        </message>
    </context>
    <context>
        <name>slipway::window::ToolBar</name>
        <message>
            <source>Tool Bar</source>
            <translation>Werkzeugleiste</translation>
        </message>
        <message>
            <source>The stage that is built</source>
            <translation>Die Stufe, die gebaut wird</translation>
        </message>
        <message>
            <source>The stage that is built: %1</source>
            <translation>Die Stufe, die gebaut wird: %1</translation>
        </message>
        <message>
            <source>Build settings: tags, build arguments, network, cache  Ctrl+Shift+,</source>
            <translation>Bau-Einstellungen: Tags, Bau-Argumente, Netzwerk, Cache  Strg+Umschalt+,</translation>
        </message>
        <message>
            <source>Build settings</source>
            <translation>Bau-Einstellungen</translation>
        </message>
        <message>
            <source>No folder</source>
            <translation>Kein Ordner</translation>
        </message>
        <message>
            <source>last stage</source>
            <translation>letzte Stufe</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Cancel the build  %1</source>
            <translation>Den Bau abbrechen  %1</translation>
        </message>
        <message>
            <source>Build</source>
            <translation>Bauen</translation>
        </message>
        <message>
            <source>Build %1</source>
            <translation>%1 bauen</translation>
        </message>
        <message>
            <source>Build %1 in the background (the stage at the cursor: Ctrl+B, the last one: Ctrl+Shift+B)</source>
            <translation>%1 im Hintergrund bauen (die Stufe an der Schreibmarke: Strg+B, die letzte: Strg+Umschalt+B)</translation>
        </message>
        <message>
            <source>the last stage</source>
            <translation>die letzte Stufe</translation>
        </message>
        <message>
            <source>Always the last stage</source>
            <translation>Immer die letzte Stufe</translation>
        </message>
        <message>
            <source>This Dockerfile has no stage %1: choose another one</source>
            <translation>Diese Dockerfile hat keine Stufe %1: Wählen Sie eine andere</translation>
        </message>
    </context>
    <context>
        <name>slipway::window::MirrorEdit</name>
        <message>
            <source>Where images of a registry are fetched from instead: REGISTRY=URL, several separated by blanks</source>
            <translation>Woher Abbilder einer Registry stattdessen geholt werden: REGISTRY=URL, mehrere durch Leerzeichen getrennt</translation>
        </message>
        <message>
            <source>Registry mirror</source>
            <translation>Registry-Spiegel</translation>
        </message>
    </context>
    <context>
        <name>slipway::window::StoreLabel</name>
        <message>
            <source>Store %1</source>
            <translation>Speicher %1</translation>
        </message>
        <message>
            <source>What images, layers and caches take on disk: %1</source>
            <translation>Was Abbilder, Schichten und Caches auf der Platte belegen: %1</translation>
        </message>
        <message>
            <source>No store</source>
            <translation>Kein Speicher</translation>
        </message>
        <message>
            <source>%1
The next build tries to open it again.</source>
            <translation>%1
Der nächste Bau versucht wieder, ihn zu öffnen.</translation>
        </message>
    </context>
    <context>
        <name>slipway::files::UndoBar</name>
        <message>
            <source>Undo</source>
            <translation>Rückgängig</translation>
        </message>
        <message>
            <source>Take it back  Ctrl+Z</source>
            <translation>Rückgängig machen  Strg+Z</translation>
        </message>
    </context>
    <context>
        <name>slipway::assist::Remedies</name>
        <message>
            <source>There is nothing to mend on this line.</source>
            <translation>In dieser Zeile gibt es nichts zu beheben.</translation>
        </message>
        <message>
            <source>This text can only be read, for lines of it are too long to be edited here.</source>
            <translation>Dieser Text kann nur gelesen werden, denn Zeilen darin sind zu lang, um hier bearbeitet zu werden.</translation>
        </message>
        <message>
            <source>Nothing in this file can be mended without a decision of yours.</source>
            <translation>In dieser Datei lässt sich nichts ohne eine Entscheidung von Ihnen beheben.</translation>
        </message>
        <message>
            <source>No %1 in this file can be mended without a decision of yours.</source>
            <translation>Kein %1 in dieser Datei lässt sich ohne eine Entscheidung von Ihnen beheben.</translation>
        </message>
    </context>
    <context>
        <name>slipway::assist::RemedyBulb</name>
        <message>
            <source>What can be done here</source>
            <translation>Was sich hier tun lässt</translation>
        </message>
        <message>
            <source>What can be done here (Alt+Enter)</source>
            <translation>Was sich hier tun lässt (Alt+Eingabe)</translation>
        </message>
    </context>
    <context>
        <name>slipway::assist::RemedyPopup</name>
        <message>
            <source>What can be done here</source>
            <translation>Was sich hier tun lässt</translation>
        </message>
        <message>
            <source>In %1.</source>
            <translation>In %1.</translation>
        </message>
    </context>
    <context>
        <name>slipway::editor::HoverCard</name>
        <message>
            <source>More…</source>
            <translation>Mehr …</translation>
        </message>
        <message>
            <source>Nothing is known of what stands here.</source>
            <translation>Was hier steht, ist nicht bekannt.</translation>
        </message>
    </context>
    <context>
        <name>slipway::window::FilePalette</name>
        <message>
            <source>No file of the project is called so.</source>
            <translation>Keine Datei des Projekts heißt so.</translation>
        </message>
        <message>
            <source>Go to a file</source>
            <translation>Zu einer Datei gehen</translation>
        </message>
        <message>
            <source>A few letters of a file's path</source>
            <translation>Ein paar Buchstaben des Dateipfads</translation>
        </message>
    </context>
    <context>
        <name>slipway::window::EditorSwitches</name>
        <message>
            <source>Editor</source>
            <translation>Editor</translation>
        </message>
        <message>
            <source>Format on Re&amp;turn</source>
            <translation>Bei Ein&amp;gabetaste formatieren</translation>
        </message>
        <message>
            <source>View</source>
            <translation>Ansicht</translation>
        </message>
        <message>
            <source>Show Inlay &amp;Hints</source>
            <translation>Er&amp;läuterungen im Text zeigen</translation>
        </message>
    </context>
    <context>
        <name>slipway::assist::SymbolList</name>
        <message>
            <source>Stage</source>
            <translation>Stufe</translation>
        </message>
        <message>
            <source>Variable</source>
            <translation>Variable</translation>
        </message>
        <message>
            <source>Heredoc</source>
            <translation>Heredoc</translation>
        </message>
        <message>
            <source>line %1</source>
            <translation>Zeile %1</translation>
        </message>
        <message>
            <source>Nothing in this file is called so.</source>
            <translation>Nichts in dieser Datei heißt so.</translation>
        </message>
        <message>
            <source>Go to a stage, variable or heredoc</source>
            <translation>Zu einer Stufe, Variable oder einem Heredoc gehen</translation>
        </message>
        <message>
            <source>A few letters of a name</source>
            <translation>Ein paar Buchstaben eines Namens</translation>
        </message>
        <message>
            <source>%1 %2, line %3</source>
            <translation>%1 %2, Zeile %3</translation>
        </message>
    </context>
</TS>
