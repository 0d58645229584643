<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
    <context>
        <name>core</name>
        <message>
            <source>!{} takes nothing back into the context</source>
            <translation>!{} nimmt nichts wieder in den Kontext auf</translation>
        </message>
        <message>
            <source>&quot;${&quot; needs a variable&apos;s name after it.</source>
            <translation>Auf „${“ muss der Name einer Variablen folgen.</translation>
        </message>
        <message>
            <source>&quot;config&quot; in the manifest</source>
            <translation>„config“ im Manifest</translation>
        </message>
        <message>
            <source>&quot;registries&quot; must be an object</source>
            <translation>&quot;registries&quot; muss ein Objekt sein</translation>
        </message>
        <message>
            <source>&quot;registries.insecure&quot; must be a list of registries like 10.0.0.7:5000</source>
            <translation>&quot;registries.insecure&quot; muss eine Liste von Registrys wie 10.0.0.7:5000 sein</translation>
        </message>
        <message>
            <source>&quot;registries.mirrors&quot; must be an object: a registry and a list of URLs</source>
            <translation>&quot;registries.mirrors&quot; muss ein Objekt sein: eine Registry und eine Liste von URLs</translation>
        </message>
        <message>
            <source>&quot;rootfs.diff_ids&quot; has &quot;{}&quot;, which is no sha256 digest</source>
            <translation>„rootfs.diff_ids“ enthält „{}“, und das ist kein sha256-Digest</translation>
        </message>
        <message>
            <source>&quot;{0} key=value&quot; should be used instead of legacy &quot;{0} key value&quot; format</source>
            <translation>Schreiben Sie &quot;{0} Schlüssel=Wert&quot; statt der veralteten Form &quot;{0} Schlüssel Wert&quot;</translation>
        </message>
        <message>
            <source>&quot;{}&quot; belongs to an owner that can&apos;t be: {}:{}</source>
            <translation>„{}“ gehört einem Besitzer, den es nicht geben kann: {}:{}</translation>
        </message>
        <message>
            <source>&quot;{}&quot; can&apos;t be a cache mount&apos;s folder</source>
            <translation>„{}“ kann nicht der Ordner eines Cache-Mounts sein</translation>
        </message>
        <message>
            <source>&quot;{}&quot; can&apos;t be a name in a layer</source>
            <translation>„{}“ kann kein Name in einer Schicht sein</translation>
        </message>
        <message>
            <source>&quot;{}&quot; can&apos;t be a snapshot&apos;s name</source>
            <translation>„{}“ kann nicht der Name eines Snapshots sein</translation>
        </message>
        <message>
            <source>&quot;{}&quot; can&apos;t be a stage&apos;s name; it begins with a letter and holds letters, digits, -, _ and . only.</source>
            <translation>„{}“ kann nicht der Name einer Stufe sein; er beginnt mit einem Buchstaben und enthält nur Buchstaben, Ziffern, -, _ und .</translation>
        </message>
        <message>
            <source>&quot;{}&quot; can&apos;t be a variable&apos;s name; it begins with a letter or _ and holds letters, digits and _ only.</source>
            <translation>„{}“ kann nicht der Name einer Variablen sein; er beginnt mit einem Buchstaben oder _ und enthält nur Buchstaben, Ziffern und _.</translation>
        </message>
        <message>
            <source>&quot;{}&quot; can&apos;t go into a layer: names that begin with .wh. mean deleted files there. Give it another name, or leave it out by .dockerignore</source>
            <translation>„{}“ kann nicht in eine Schicht: Namen, die mit .wh. beginnen, bedeuten dort gelöschte Dateien. Geben Sie ihr einen anderen Namen, oder lassen Sie sie durch .dockerignore weg</translation>
        </message>
        <message>
            <source>&quot;{}&quot; changed while it was being read</source>
            <translation>„{}“ hat sich beim Lesen geändert</translation>
        </message>
        <message>
            <source>&quot;{}&quot; excepts nothing; write a path behind the &quot;!&quot;</source>
            <translation>„{}“ nimmt nichts aus; schreiben Sie einen Pfad hinter das „!“</translation>
        </message>
        <message>
            <source>&quot;{}&quot; has a negative size</source>
            <translation>„{}“ hat eine negative Größe</translation>
        </message>
        <message>
            <source>&quot;{}&quot; has more than {} bytes of extended attributes</source>
            <translation>„{}“ hat mehr als {} Bytes erweiterte Attribute</translation>
        </message>
        <message>
            <source>&quot;{}&quot; has the extended attribute &quot;{}&quot;; a layer can&apos;t hold a name with &quot;=&quot;</source>
            <translation>„{}“ hat das erweiterte Attribut „{}“; eine Schicht kann keinen Namen mit „=“ enthalten</translation>
        </message>
        <message>
            <source>&quot;{}&quot; is a hard link that leads out of the root: &quot;{}&quot;</source>
            <translation>„{}“ ist ein harter Link, der aus der Wurzel hinausführt: „{}“</translation>
        </message>
        <message>
            <source>&quot;{}&quot; is a hard link to &quot;{}&quot;, which is no file</source>
            <translation>„{}“ ist ein harter Link auf „{}“, und das ist keine Datei</translation>
        </message>
        <message>
            <source>&quot;{}&quot; is a hard link to the directory &quot;{}&quot;</source>
            <translation>„{}“ ist ein harter Link auf das Verzeichnis „{}“</translation>
        </message>
        <message>
            <source>&quot;{}&quot; is a link to &quot;{}&quot;, which is not in the build context</source>
            <translation>„{}“ ist ein Link auf „{}“, und das ist nicht im Build-Kontext</translation>
        </message>
        <message>
            <source>&quot;{}&quot; is a link with a target of more than {} bytes</source>
            <translation>„{}“ ist ein Link mit einem Ziel von mehr als {} Bytes</translation>
        </message>
        <message>
            <source>&quot;{}&quot; is a reserved name.</source>
            <translation>„{}“ ist ein reservierter Name.</translation>
        </message>
        <message>
            <source>&quot;{}&quot; is a whiteout of no file</source>
            <translation>„{}“ ist ein Whiteout ohne Datei</translation>
        </message>
        <message>
            <source>&quot;{}&quot; is an image that this file uses.</source>
            <translation>„{}“ ist ein Abbild, das diese Datei verwendet.</translation>
        </message>
        <message>
            <source>&quot;{}&quot; is in a layer twice</source>
            <translation>„{}“ ist zweimal in einer Schicht</translation>
        </message>
        <message>
            <source>&quot;{}&quot; is left out of the build context by the pattern &quot;{}&quot; of {}</source>
            <translation>„{}“ ist durch das Muster „{}“ in {} aus dem Build-Kontext ausgeschlossen</translation>
        </message>
        <message>
            <source>&quot;{}&quot; is left out of the build context by the pattern &quot;{}&quot; in line {} of {}</source>
            <translation>„{}“ ist durch das Muster „{}“ in Zeile {} von {} aus dem Build-Kontext ausgeschlossen</translation>
        </message>
        <message>
            <source>&quot;{}&quot; is not a mirror; write REGISTRY=URL, like docker.io=http://127.0.0.1:5000</source>
            <translation>„{}“ ist kein Spiegel; schreiben Sie REGISTRY=URL, etwa docker.io=http://127.0.0.1:5000</translation>
        </message>
        <message>
            <source>&quot;{}&quot; is not a pattern; look for a &quot;[&quot; that is not closed or a range that runs backwards</source>
            <translation>„{}“ ist kein Muster; suchen Sie nach einem „[“, das nicht geschlossen ist, oder einem Bereich, der rückwärts läuft</translation>
        </message>
        <message>
            <source>&quot;{}&quot; is not a pattern; look for a &quot;[&quot; that is not closed, a range that runs backwards, or a &quot;\&quot; at the end</source>
            <translation>„{}“ ist kein Muster; suchen Sie nach einem „[“, das nicht geschlossen ist, einem Bereich, der rückwärts läuft, oder einem „\“ am Ende</translation>
        </message>
        <message>
            <source>&quot;{}&quot; is not a platform: it has more than three parts; write it like linux/amd64 or linux/arm/v7</source>
            <translation>„{}“ ist keine Plattform: Sie hat mehr als drei Teile; schreiben Sie sie wie linux/amd64 oder linux/arm/v7</translation>
        </message>
        <message>
            <source>&quot;{}&quot; is neither an operating system nor an architecture; write a platform like linux/amd64 or linux/arm/v7</source>
            <translation>&quot;{}&quot; ist weder ein Betriebssystem noch eine Architektur; schreiben Sie eine Plattform wie linux/amd64 oder linux/arm/v7</translation>
        </message>
        <message>
            <source>&quot;{}&quot; is not a platform; write it like linux/amd64 or linux/arm/v7</source>
            <translation>„{}“ ist keine Plattform; schreiben Sie sie wie linux/amd64 oder linux/arm/v7</translation>
        </message>
        <message>
            <source>&quot;{}&quot; is not a registry&apos;s host name</source>
            <translation>„{}“ ist kein Hostname einer Registry</translation>
        </message>
        <message>
            <source>&quot;{}&quot; is not a SHA-256 digest; write sha256: and 64 lower-case hex digits</source>
            <translation>„{}“ ist kein SHA-256-Digest; schreiben Sie sha256: und 64 kleine Hexadezimalziffern</translation>
        </message>
        <message>
            <source>&quot;{}&quot; is not an image name: {}</source>
            <translation>„{}“ ist kein Abbild-Name: {}</translation>
        </message>
        <message>
            <source>&quot;{}&quot; is not in the build context</source>
            <translation>„{}“ ist nicht im Build-Kontext</translation>
        </message>
        <message>
            <source>&quot;{}&quot; is of a type that a layer can&apos;t hold</source>
            <translation>„{}“ ist von einem Typ, den eine Schicht nicht enthalten kann</translation>
        </message>
        <message>
            <source>&quot;{}&quot; is stored as a sparse file; pack the archive again without sparse files (tar without --sparse)</source>
            <translation>„{}“ ist als Datei mit Lücken (sparse) gespeichert; packen Sie das Archiv noch einmal ohne solche Dateien (tar ohne --sparse)</translation>
        </message>
        <message>
            <source>&quot;{}&quot; is the beginning of {} image IDs; give more digits</source>
            <translation>„{}“ ist der Anfang von {} Abbild-IDs; geben Sie mehr Stellen an</translation>
        </message>
        <message>
            <source>&quot;{}&quot; lies below &quot;{}&quot;, which is no directory</source>
            <translation>„{}“ liegt unter „{}“, und das ist kein Verzeichnis</translation>
        </message>
        <message>
            <source>&quot;{}&quot; must be {}</source>
            <translation>„{}“ muss {} sein</translation>
        </message>
        <message>
            <source>&quot;{}&quot; names its image by {}; only sha256 digests are supported</source>
            <translation>„{}“ benennt sein Abbild mit {}; nur sha256-Digests werden unterstützt</translation>
        </message>
        <message>
            <source>${} is still empty here: the same ENV sets it, so set it in one above</source>
            <translation>${} ist hier noch leer: Dasselbe ENV setzt die Variable erst; setzen Sie sie in einem ENV darüber</translation>
        </message>
        <message>
            <source>&apos;from&apos; doesn&apos;t support variable expansion; define an alias stage instead.</source>
            <translation>&apos;from&apos; expandiert keine Variablen; definieren Sie stattdessen eine Stufe als Alias.</translation>
        </message>
        <message>
            <source>&apos;{}&apos; and &apos;{}&apos; keywords&apos; casing do not match</source>
            <translation>Die Schlüsselwörter &apos;{}&apos; und &apos;{}&apos; unterscheiden sich in der Groß- und Kleinschreibung</translation>
        </message>
        <message>
            <source>--checksum goes with a URL or a git repository, and {} is neither.</source>
            <translation>--checksum gehört zu einer URL oder einem Git-Repository, und {} ist keines von beiden.</translation>
        </message>
        <message>
            <source>--checksum goes with one source, and here are {}.</source>
            <translation>--checksum gehört zu einer einzigen Quelle, und hier sind es {}.</translation>
        </message>
        <message>
            <source>--checksum={} is no digest: write sha256: and 64 hex digits.</source>
            <translation>--checksum={} ist kein Digest: Schreiben Sie sha256: und 64 Hexziffern.</translation>
        </message>
        <message>
            <source>--retries cannot be negative ({}).</source>
            <translation>--retries darf nicht negativ sein ({}).</translation>
        </message>
        <message>
            <source>--retries must be a number, and it is &quot;{}&quot;.</source>
            <translation>--retries muss eine Zahl sein und ist „{}“.</translation>
        </message>
        <message>
            <source>.</source>
            <translation>,</translation>
        </message>
        <message>
            <source>/{} can&apos;t be read before it is built.</source>
            <translation>/{} lässt sich erst lesen, wenn es gebaut ist.</translation>
        </message>
        <message>
            <source>/{} has no content.</source>
            <translation>/{} hat keinen Inhalt.</translation>
        </message>
        <message>
            <source>/{} in the layer {} is damaged</source>
            <translation>/{} in der Schicht {} ist beschädigt</translation>
        </message>
        <message>
            <source>/{} is a directory in the image, and a file can&apos;t take its place.</source>
            <translation>/{} ist im Abbild ein Verzeichnis, und eine Datei kann nicht an seine Stelle treten.</translation>
        </message>
        <message>
            <source>/{} is a hard link to nothing.</source>
            <translation>/{} ist ein Hardlink, der ins Leere führt.</translation>
        </message>
        <message>
            <source>/{} is no directory in the image, and a directory can&apos;t take its place.</source>
            <translation>/{} ist im Abbild kein Verzeichnis, und ein Verzeichnis kann nicht an seine Stelle treten.</translation>
        </message>
        <message>
            <source>/{} is no directory.</source>
            <translation>/{} ist kein Verzeichnis.</translation>
        </message>
        <message>
            <source>/{} is not a file</source>
            <translation>/{} ist keine Datei</translation>
        </message>
        <message>
            <source>/{} is not in {}, so nothing there matches {}.</source>
            <translation>/{} ist nicht in {} vorhanden, daher passt dort nichts auf {}.</translation>
        </message>
        <message>
            <source>/{} is {} bytes long; at most {} are read here</source>
            <translation>/{} ist {} Bytes lang; hier werden höchstens {} gelesen</translation>
        </message>
        <message>
            <source>1 more step rebuilds</source>
            <translation>1 weiterer Schritt wird neu gebaut</translation>
        </message>
        <message>
            <source>1 step fewer to rebuild</source>
            <translation>1 Schritt weniger wird neu gebaut</translation>
        </message>
        <message>
            <source>64 hex digits are an image ID</source>
            <translation>64 Hexadezimalziffern sind eine Abbild-ID</translation>
        </message>
        <message>
            <source>:latest is another image next month: the build that worked then fails, or makes something else. Write the tag of a release, or add a digest.</source>
            <translation>:latest ist nächsten Monat ein anderes Abbild: Der Bau, der funktioniert hat, schlägt dann fehl oder ergibt etwas anderes. Schreiben Sie das Tag einer bestimmten Version, oder fügen Sie einen Digest hinzu.</translation>
        </message>
        <message>
            <source>; did you mean {}{}?</source>
            <translation>; meinten Sie {}{}?</translation>
        </message>
        <message>
            <source>&lt;commit&gt;</source>
            <translation>&lt;Commit&gt;</translation>
        </message>
        <message>
            <source>&lt;version&gt;</source>
            <translation>&lt;Version&gt;</translation>
        </message>
        <message>
            <source>`scratch` is the empty image: no files, no shell.</source>
            <translation>`scratch` ist das leere Abbild: keine Dateien, keine Shell.</translation>
        </message>
        <message>
            <source>a &quot;{}&quot; is missing.</source>
            <translation>Ein „{}“ fehlt.</translation>
        </message>
        <message>
            <source>A build has no init system, no terminal and no network interfaces of its own to look after: ssh, vim, shutdown, service, ps, free, top, kill, mount and ifconfig either do nothing here or do it to nothing that lasts. Leave the command out, or do it when a container starts.</source>
            <translation>Ein Bau hat kein Init-System, kein Terminal und keine eigenen Netzwerkschnittstellen, um die er sich kümmern müsste: ssh, vim, shutdown, service, ps, free, top, kill, mount und ifconfig tun hier entweder nichts oder nichts, was bleibt. Lassen Sie den Befehl weg, oder führen Sie ihn aus, wenn ein Container startet.</translation>
        </message>
        <message>
            <source>A build makes the last stage and what that needs. Any other stage is built only when somebody asks for it with --target; where nobody does, it is left over from an earlier version, or its name is misspelled where it was to be used.</source>
            <translation>Ein Bau macht die letzte Stufe und was sie braucht. Jede andere Stufe wird nur gebaut, wenn jemand sie mit --target verlangt; tut das niemand, ist sie von einer früheren Fassung übrig, oder ihr Name ist dort falsch geschrieben, wo sie verwendet werden sollte.</translation>
        </message>
        <message>
            <source>A build runs as root until USER says otherwise, so sudo only adds a program, its configuration and a terminal that it may ask for. Go back with USER root; where a container has to change users as it starts, use gosu or su-exec.</source>
            <translation>Ein Bau läuft als root, bis USER etwas anderes sagt. sudo bringt also nur ein Programm hinzu, seine Konfiguration und ein Terminal, nach dem es fragen kann. Wechseln Sie mit USER root zurück; muss ein Container beim Start den Benutzer wechseln, nehmen Sie gosu oder su-exec.</translation>
        </message>
        <message>
            <source>A cd holds for its own RUN alone, so the next instruction is somewhere else again. WORKDIR says it once, for all that follows, and makes the folder where it is missing.</source>
            <translation>Ein cd gilt nur für sein eigenes RUN, die nächste Anweisung ist also wieder woanders. WORKDIR sagt es einmal für alles, was folgt, und legt den Ordner an, wenn er fehlt.</translation>
        </message>
        <message>
            <source>A command uses {} already, in line {}.</source>
            <translation>Ein Befehl verwendet {} schon, in Zeile {}.</translation>
        </message>
        <message>
            <source>A comment above a stage or ARG begins with its name.</source>
            <translation>Ein Kommentar über einer Stufe oder einem ARG beginnt mit dem Namen, den er beschreibt.</translation>
        </message>
        <message>
            <source>A COPY stands below the slow steps that don&apos;t need its files.</source>
            <translation>Ein COPY steht unter den langsamen Schritten, die seine Dateien nicht brauchen.</translation>
        </message>
        <message>
            <source>A distribution upgrade turns the base image into another one, with all that it replaced still in the layers below. Name a newer base image in FROM.</source>
            <translation>Ein Upgrade der Distribution macht aus dem Basis-Abbild ein anderes, und alles, was es ersetzt, bleibt in den Schichten darunter. Nennen Sie in FROM ein neueres Basis-Abbild.</translation>
        </message>
        <message>
            <source>a file descriptor was lost on its way to the worker</source>
            <translation>ein Dateideskriptor ging auf dem Weg zum Worker verloren</translation>
        </message>
        <message>
            <source>A file is in one layer of an image.</source>
            <translation>Eine Datei ist in einer einzigen Schicht eines Abbilds.</translation>
        </message>
        <message>
            <source>A fixed platform makes an image that is wrong, or slow, wherever another one is asked for. Leave the flag out, use $BUILDPLATFORM for tools that run during the build, or name the stage after the platform where it is meant for that one alone.</source>
            <translation>Eine feste Plattform ergibt ein Abbild, das überall dort falsch oder langsam ist, wo eine andere verlangt wird. Lassen Sie das Flag weg, nehmen Sie $BUILDPLATFORM für Werkzeuge, die während des Baus laufen, oder benennen Sie die Stufe nach der Plattform, wenn sie nur für diese gedacht ist.</translation>
        </message>
        <message>
            <source>A key is one word.</source>
            <translation>Ein Schlüssel ist ein einzelnes Wort.</translation>
        </message>
        <message>
            <source>A label is one word.</source>
            <translation>Ein Label ist ein einzelnes Wort.</translation>
        </message>
        <message>
            <source>A label that is to hold a Git hash does.</source>
            <translation>Ein Label, das einen Git-Hash enthalten soll, enthält einen.</translation>
        </message>
        <message>
            <source>A label that is to hold a license does (SPDX).</source>
            <translation>Ein Label, das eine Lizenz enthalten soll, enthält eine (SPDX).</translation>
        </message>
        <message>
            <source>A label that is to hold a time does (RFC 3339).</source>
            <translation>Ein Label, das eine Zeit enthalten soll, enthält eine (RFC 3339).</translation>
        </message>
        <message>
            <source>A label that is to hold a URL does.</source>
            <translation>Ein Label, das eine URL enthalten soll, enthält eine.</translation>
        </message>
        <message>
            <source>A label that is to hold a version does (semantic versioning).</source>
            <translation>Ein Label, das eine Version enthalten soll, enthält eine (semantische Versionierung).</translation>
        </message>
        <message>
            <source>A label that is to hold an e-mail address does.</source>
            <translation>Ein Label, das eine E-Mail-Adresse enthalten soll, enthält eine.</translation>
        </message>
        <message>
            <source>A label that the settings ask for is not empty.</source>
            <translation>Ein Label, das die Einstellungen verlangen, ist nicht leer.</translation>
        </message>
        <message>
            <source>a layer that came is not the one that the manifest names: {}</source>
            <translation>eine empfangene Schicht ist nicht die, die das Manifest nennt: {}</translation>
        </message>
        <message>
            <source>A link from /bin/sh to another shell changes it for every script in the image, also for those that were written for the old one. SHELL changes it for the RUNs that follow, and no more.</source>
            <translation>Ein Link von /bin/sh zu einer anderen Shell wechselt sie für jedes Skript im Abbild, auch für die, die für die alte geschrieben sind. SHELL wechselt sie für die folgenden RUN und sonst nirgends.</translation>
        </message>
        <message>
            <source>a list</source>
            <translation>eine Liste</translation>
        </message>
        <message>
            <source>a list of objects</source>
            <translation>eine Liste von Objekten</translation>
        </message>
        <message>
            <source>a list of texts</source>
            <translation>eine Liste von Texten</translation>
        </message>
        <message>
            <source>a message to the worker is too large</source>
            <translation>eine Nachricht an den Worker ist zu groß</translation>
        </message>
        <message>
            <source>a mirror of {} must be a URL like http://127.0.0.1:5000</source>
            <translation>ein Spiegel von {} muss eine URL wie http://127.0.0.1:5000 sein</translation>
        </message>
        <message>
            <source>A mount can&apos;t cover the whole root: give it a target.</source>
            <translation>Ein Mount kann nicht das ganze Wurzelverzeichnis verdecken: Geben Sie ihm ein target.</translation>
        </message>
        <message>
            <source>a mount&apos;s target must be an absolute path: {}</source>
            <translation>das Ziel eines Mounts muss ein absoluter Pfad sein: {}</translation>
        </message>
        <message>
            <source>A name that no stage has is taken as that of an image, and pulled, or not found: a slip in a stage&apos;s name is seen late. Name a stage; where an image is meant, write its tag.</source>
            <translation>Ein Name, den keine Stufe hat, gilt als Name eines Abbilds, das geholt oder nicht gefunden wird: Ein Versehen im Namen einer Stufe fällt so erst spät auf. Nennen Sie eine Stufe; ist ein Abbild gemeint, schreiben Sie sein Tag dazu.</translation>
        </message>
        <message>
            <source>A null byte stands here, which no command, variable or path can hold.</source>
            <translation>Hier steht ein Nullbyte, das kein Befehl, keine Variable und kein Pfad enthalten kann.</translation>
        </message>
        <message>
            <source>a path lies outside</source>
            <translation>ein Pfad liegt außerhalb</translation>
        </message>
        <message>
            <source>A pattern that decides about no file or folder of the build context is misspelled, left over, or another pattern says the same. Patterns count from the context&apos;s topmost folder, unlike those of .gitignore: *.pyc means those right there, **/*.pyc all of them. What isn&apos;t there on this machine but may be on another is a good reason to keep a pattern.</source>
            <translation>Ein Muster, das über keine Datei und keinen Ordner des Build-Kontexts entscheidet, ist falsch geschrieben oder übrig geblieben, oder ein anderes Muster sagt dasselbe. Muster gelten vom obersten Ordner des Kontexts an, anders als in .gitignore: *.pyc meint die Dateien direkt dort, **/*.pyc alle. Was auf diesem Rechner nicht da ist, auf einem anderen aber sein kann, ist ein guter Grund, ein Muster zu behalten.</translation>
        </message>
        <message>
            <source>A pipe ends as its last command does: where wget fails and wc works, the RUN has worked. With SHELL [&quot;/bin/bash&quot;, &quot;-o&quot;, &quot;pipefail&quot;, &quot;-c&quot;] before it (/bin/ash on Alpine) it fails. Not every /bin/sh has the option, so set -o pipefail inside the RUN is not enough.</source>
            <translation>Eine Pipe endet wie ihr letzter Befehl: Schlägt wget fehl und wc nicht, war das RUN erfolgreich. Mit SHELL [&quot;/bin/bash&quot;, &quot;-o&quot;, &quot;pipefail&quot;, &quot;-c&quot;] davor (/bin/ash auf Alpine) schlägt es fehl. Nicht jede /bin/sh kennt die Option, set -o pipefail im RUN genügt also nicht.</translation>
        </message>
        <message>
            <source>A port is a number from 0 to 65535.</source>
            <translation>Ein Port ist eine Zahl von 0 bis 65535.</translation>
        </message>
        <message>
            <source>a port is a number up to 65535, or a range like 8000-8010</source>
            <translation>ein Port ist eine Zahl bis 65535 oder ein Bereich wie 8000-8010</translation>
        </message>
        <message>
            <source>A private cache mount is in use by too many builds at once.</source>
            <translation>Ein privater Cache-Mount wird von zu vielen Bauvorgängen gleichzeitig verwendet.</translation>
        </message>
        <message>
            <source>A proxy for RUN, which a build takes from --build-arg without an ARG: it is neither in the image nor in the cache&apos;s keys.</source>
            <translation>Ein Proxy für RUN, den ein Bau auch ohne ARG aus --build-arg nimmt: Er steht weder im Abbild noch in den Schlüsseln des Caches.</translation>
        </message>
        <message>
            <source>A relative path is below whatever the base image happens to have as its working directory, and moves when the base changes. Write the whole path.</source>
            <translation>Ein relativer Pfad liegt unter dem, was das Basis-Abbild gerade als Arbeitsordner hat, und wandert mit, wenn sich das Basis-Abbild ändert. Schreiben Sie den ganzen Pfad.</translation>
        </message>
        <message>
            <source>A relative WORKDIR is below the one before it, so to know where a step works one has to read all of them, and those of the base image. Write the whole path.</source>
            <translation>Ein relatives WORKDIR liegt unter dem vorigen. Um zu wissen, wo ein Schritt arbeitet, muss man also alle lesen, auch die des Basis-Abbilds. Schreiben Sie den ganzen Pfad.</translation>
        </message>
        <message>
            <source>a reply of the worker can&apos;t be read: {}</source>
            <translation>eine Antwort des Workers ist nicht lesbar: {}</translation>
        </message>
        <message>
            <source>a request to the worker can&apos;t be read: {}</source>
            <translation>eine Anfrage an den Worker ist nicht lesbar: {}</translation>
        </message>
        <message>
            <source>A RUN calls no program that makes sense on a whole machine only.</source>
            <translation>Ein RUN ruft kein Programm auf, das nur auf einem ganzen Rechner sinnvoll ist.</translation>
        </message>
        <message>
            <source>A RUN does without sudo.</source>
            <translation>Ein RUN kommt ohne sudo aus.</translation>
        </message>
        <message>
            <source>A RUN of its own that fetches apt&apos;s lists stays cached for months: an install that is edited later asks for versions that the mirrors don&apos;t have any more, or gets old ones. In one RUN, apt-get update &amp;&amp; apt-get install …, the lists are always as new as the packages.</source>
            <translation>Ein eigenes RUN, das die Listen von apt holt, bleibt monatelang im Cache: Ein install, das später geändert wird, verlangt Versionen, die es auf den Spiegelservern nicht mehr gibt, oder bekommt alte. In einem einzigen RUN, apt-get update &amp;&amp; apt-get install …, sind die Listen immer so neu wie die Pakete.</translation>
        </message>
        <message>
            <source>A RUN runs again when anything that was copied above it has changed. A RUN that installs packages and names none of the copied files need not wait for them: with the COPY below it an edit leaves it cached. One that installs what a list in the project names, like npm ci or pip install -r, needs that list alone. Where Slipway has built it, the message says how long it took; a step of less than two seconds is passed over.</source>
            <translation>Ein RUN läuft erneut, wenn sich etwas geändert hat, das darüber kopiert wurde. Ein RUN, das Pakete installiert und keine der kopierten Dateien nennt, muss nicht auf sie warten: Steht das COPY darunter, bleibt es bei einer Änderung im Cache. Eines, das installiert, was eine Liste im Projekt nennt, wie npm ci oder pip install -r, braucht nur diese Liste. Hat Slipway es gebaut, sagt die Meldung, wie lange das dauerte; ein Schritt von weniger als zwei Sekunden wird übergangen.</translation>
        </message>
        <message>
            <source>A RUN with a pipe has a shell with -o pipefail.</source>
            <translation>Ein RUN mit einer Pipe hat eine Shell mit -o pipefail.</translation>
        </message>
        <message>
            <source>a RUN without a command</source>
            <translation>ein RUN ohne Befehl</translation>
        </message>
        <message>
            <source>a script</source>
            <translation>ein Skript</translation>
        </message>
        <message>
            <source>A severity is error, warning, info or style, not {}.</source>
            <translation>Ein Schweregrad ist error, warning, info oder style, nicht {}.</translation>
        </message>
        <message>
            <source>A severity is one word.</source>
            <translation>Ein Schweregrad ist ein einzelnes Wort.</translation>
        </message>
        <message>
            <source>A stage can&apos;t copy out of itself: use RUN cp, or name another stage.</source>
            <translation>Eine Stufe kann nicht aus sich selbst kopieren: Nehmen Sie RUN cp, oder nennen Sie eine andere Stufe.</translation>
        </message>
        <message>
            <source>A stage has one CMD, one ENTRYPOINT and one HEALTHCHECK.</source>
            <translation>Eine Stufe hat ein CMD, ein ENTRYPOINT und ein HEALTHCHECK.</translation>
        </message>
        <message>
            <source>A stage has one CMD.</source>
            <translation>Eine Stufe hat ein einziges CMD.</translation>
        </message>
        <message>
            <source>A stage has one ENTRYPOINT.</source>
            <translation>Eine Stufe hat ein einziges ENTRYPOINT.</translation>
        </message>
        <message>
            <source>A stage has one HEALTHCHECK.</source>
            <translation>Eine Stufe hat ein einziges HEALTHCHECK.</translation>
        </message>
        <message>
            <source>A stage is built on, copied from, or the last one.</source>
            <translation>Auf einer Stufe wird aufgebaut, aus ihr wird kopiert, oder sie ist die letzte.</translation>
        </message>
        <message>
            <source>A stage is for the target platform anyway: leave --platform out</source>
            <translation>Eine Stufe ist ohnehin für die Zielplattform: Lassen Sie --platform weg</translation>
        </message>
        <message>
            <source>A stage is for the target platform unless it says otherwise. Leave the flag out.</source>
            <translation>Eine Stufe ist für die Zielplattform, solange sie nichts anderes sagt. Lassen Sie das Flag weg.</translation>
        </message>
        <message>
            <source>A stage isn&apos;t built yet.</source>
            <translation>Eine Stufe ist noch nicht gebaut.</translation>
        </message>
        <message>
            <source>A stage uses wget or curl, not both.</source>
            <translation>Eine Stufe verwendet wget oder curl, nicht beide.</translation>
        </message>
        <message>
            <source>A stage&apos;s first WORKDIR is absolute.</source>
            <translation>Das erste WORKDIR einer Stufe ist absolut.</translation>
        </message>
        <message>
            <source>A stage&apos;s last USER is not root.</source>
            <translation>Das letzte USER einer Stufe ist nicht root.</translation>
        </message>
        <message>
            <source>A step event has no known status.</source>
            <translation>Ein Schritt-Ereignis hat keinen bekannten Status.</translation>
        </message>
        <message>
            <source>a table of contents has version {}, this program reads version {}</source>
            <translation>ein Inhaltsverzeichnis hat Version {}, dieses Programm liest Version {}</translation>
        </message>
        <message>
            <source>a table of contents is damaged: {}</source>
            <translation>ein Inhaltsverzeichnis ist beschädigt: {}</translation>
        </message>
        <message>
            <source>a text</source>
            <translation>ein Text</translation>
        </message>
        <message>
            <source>A variable that neither ENV nor ARG of this stage, nor its base image, has set is empty. Declare it with ARG or ENV above; an ARG above the first FROM counts in a stage only where the stage declares it, too.</source>
            <translation>Eine Variable, die weder ENV oder ARG dieser Stufe noch ihr Basis-Abbild gesetzt hat, ist leer. Deklarieren Sie sie darüber mit ARG oder ENV; ein ARG über dem ersten FROM zählt in einer Stufe nur, wenn auch die Stufe es deklariert.</translation>
        </message>
        <message>
            <source>A variable that nothing declares is empty, whatever --build-arg says. Declare it with ARG above the first FROM.</source>
            <translation>Eine Variable, die nichts deklariert, ist leer, was auch --build-arg sagt. Deklarieren Sie sie mit ARG über dem ersten FROM.</translation>
        </message>
        <message>
            <source>A VOLUME can&apos;t be an empty string.</source>
            <translation>Ein VOLUME kann keine leere Zeichenkette sein.</translation>
        </message>
        <message>
            <source>a whole number</source>
            <translation>eine ganze Zahl</translation>
        </message>
        <message>
            <source>Above the first FROM stands ARG and nothing else</source>
            <translation>Über dem ersten FROM steht nur ARG und sonst nichts</translation>
        </message>
        <message>
            <source>ADD also unpacks archives and fetches URLs, so a reader has to guess which of it is meant. COPY does one thing; keep ADD for archives that are to be unpacked, for URLs and for Git repositories.</source>
            <translation>ADD entpackt auch Archive und holt URLs, wer es liest, muss also raten, was davon gemeint ist. COPY tut nur eines; nehmen Sie ADD für Archive, die entpackt werden sollen, für URLs und für Git-Repositorys.</translation>
        </message>
        <message>
            <source>ADD copies {} and no more: write COPY</source>
            <translation>ADD kopiert {} und tut sonst nichts: Schreiben Sie COPY</translation>
        </message>
        <message>
            <source>ADD of a URL or a git repository</source>
            <translation>ADD einer URL oder eines Git-Repositorys</translation>
        </message>
        <message>
            <source>Add the digest that is here: {}</source>
            <translation>Den Digest hinzufügen, der hier vorhanden ist: {}</translation>
        </message>
        <message>
            <source>Add {}</source>
            <translation>{} hinzufügen</translation>
        </message>
        <message>
            <source>All instructions are in upper case, or all in lower case.</source>
            <translation>Alle Anweisungen stehen in Großbuchstaben oder alle in Kleinbuchstaben.</translation>
        </message>
        <message>
            <source>All of another image or stage lands in one new layer that nothing shares, with the tools and leftovers of its build, and without its USER, ENV and ENTRYPOINT. Build FROM it, or copy the folders that are needed.</source>
            <translation>Alles aus einem anderen Abbild oder einer anderen Stufe landet in einer neuen Schicht, die mit nichts geteilt wird, samt den Werkzeugen und Resten des Baus und ohne USER, ENV und ENTRYPOINT. Bauen Sie mit FROM darauf auf, oder kopieren Sie die Ordner, die gebraucht werden.</translation>
        </message>
        <message>
            <source>All values of one ENV are expanded with what was set before it, so the variable is still empty there. Set it in an ENV of its own above.</source>
            <translation>Alle Werte eines ENV werden mit dem ersetzt, was davor gesetzt war; die Variable ist dort also noch leer. Setzen Sie sie darüber in einem eigenen ENV.</translation>
        </message>
        <message>
            <source>Alone it leaves out all; lines that begin with ! bring back what a build needs.</source>
            <translation>Allein lässt es alles weg; Zeilen, die mit ! beginnen, holen zurück, was ein Bau braucht.</translation>
        </message>
        <message>
            <source>An archive that is to be unpacked is brought by ADD.</source>
            <translation>Ein Archiv, das entpackt werden soll, wird mit ADD kopiert.</translation>
        </message>
        <message>
            <source>An array in JSON form must hold strings only.</source>
            <translation>Ein Array in JSON-Form darf nur Zeichenketten enthalten.</translation>
        </message>
        <message>
            <source>An empty line after a line that ends with the escape character is skipped today and will be an error. Remove it, or make it a comment.</source>
            <translation>Eine leere Zeile nach einer Zeile, die mit dem Escape-Zeichen endet, wird heute übersprungen und wird künftig ein Fehler sein. Entfernen Sie sie, oder machen Sie einen Kommentar daraus.</translation>
        </message>
        <message>
            <source>An end event has no known outcome.</source>
            <translation>Ein End-Ereignis hat keinen bekannten Ausgang.</translation>
        </message>
        <message>
            <source>an entry&apos;s link or attributes lie outside</source>
            <translation>Link oder Attribute eines Eintrags liegen außerhalb</translation>
        </message>
        <message>
            <source>an entry&apos;s type or mode is unknown</source>
            <translation>Typ oder Modus eines Eintrags ist unbekannt</translation>
        </message>
        <message>
            <source>An event of a build is a JSON object.</source>
            <translation>Ein Ereignis eines Baus ist ein JSON-Objekt.</translation>
        </message>
        <message>
            <source>an exception</source>
            <translation>eine Ausnahme</translation>
        </message>
        <message>
            <source>An image event has no digest of its own.</source>
            <translation>Ein Abbild-Ereignis hat keinen eigenen Digest.</translation>
        </message>
        <message>
            <source>An image event names a layer without a diff ID.</source>
            <translation>Ein Abbild-Ereignis nennt eine Schicht ohne Diff-ID.</translation>
        </message>
        <message>
            <source>an image gets its digest from what it holds: leave it out</source>
            <translation>ein Abbild bekommt seinen Digest aus seinem Inhalt: lassen Sie ihn weg</translation>
        </message>
        <message>
            <source>An image has a HEALTHCHECK.</source>
            <translation>Ein Abbild hat ein HEALTHCHECK.</translation>
        </message>
        <message>
            <source>An image has every label that the settings ask for.</source>
            <translation>Ein Abbild hat jedes Label, das die Einstellungen verlangen.</translation>
        </message>
        <message>
            <source>An image has no labels but those that the settings name.</source>
            <translation>Ein Abbild hat nur Labels, die die Einstellungen nennen.</translation>
        </message>
        <message>
            <source>an image has {} layers and its configuration names {}</source>
            <translation>die Zahl der Schichten eines Abbilds ist {}, seine Konfiguration nennt {}</translation>
        </message>
        <message>
            <source>an image&apos;s configuration is missing in it</source>
            <translation>die Konfiguration eines Abbilds fehlt darin</translation>
        </message>
        <message>
            <source>An item of {} is one word.</source>
            <translation>Ein Eintrag von {} ist ein einzelnes Wort.</translation>
        </message>
        <message>
            <source>an object</source>
            <translation>ein Objekt</translation>
        </message>
        <message>
            <source>an object of texts</source>
            <translation>ein Objekt aus Texten</translation>
        </message>
        <message>
            <source>An ONBUILD trigger must be a single instruction, and this is not: {}</source>
            <translation>Bei ONBUILD muss eine einzige Anweisung stehen, und das ist keine: {}</translation>
        </message>
        <message>
            <source>Another build is making {}: waiting for it.</source>
            <translation>Ein anderer Bau führt gerade {} aus: Dieser wartet darauf.</translation>
        </message>
        <message>
            <source>another process has kept the store&apos;s index locked for 30 s; try again when it has ended</source>
            <translation>ein anderer Prozess hält den Index des Speichers seit 30 s gesperrt; versuchen Sie es noch einmal, wenn er beendet ist</translation>
        </message>
        <message>
            <source>another process is making the snapshot {}</source>
            <translation>ein anderer Prozess legt den Snapshot {} gerade an</translation>
        </message>
        <message>
            <source>Any letter case works, but a file that mixes them is hard to read. Write the instruction as most of the file does.</source>
            <translation>Groß- und Kleinschreibung sind gleichermaßen erlaubt, aber eine Datei, die sie mischt, ist schwer zu lesen. Schreiben Sie die Anweisung so, wie es der größte Teil der Datei tut.</translation>
        </message>
        <message>
            <source>apk add keeps no index.</source>
            <translation>apk add behält keinen Index.</translation>
        </message>
        <message>
            <source>apk add names each package&apos;s version.</source>
            <translation>apk add nennt von jedem Paket die Version.</translation>
        </message>
        <message>
            <source>apk leaves its index in the layer: add --no-cache</source>
            <translation>apk lässt seinen Index in der Schicht: Fügen Sie --no-cache hinzu</translation>
        </message>
        <message>
            <source>apt is made for people at a terminal: use apt-get or apt-cache</source>
            <translation>apt ist für Menschen am Terminal gemacht: Nehmen Sie apt-get oder apt-cache</translation>
        </message>
        <message>
            <source>apt is made for people: its options and output may change from one release to the next, and it says so itself. Write apt-get or apt-cache.</source>
            <translation>apt ist für Menschen gemacht: Seine Optionen und seine Ausgabe können sich von einer Version zur nächsten ändern, und das sagt es auch selbst. Schreiben Sie apt-get oder apt-cache.</translation>
        </message>
        <message>
            <source>apt&apos;s lists stay in the layer: end this RUN with rm -rf /var/lib/apt/lists/*</source>
            <translation>Die Listen von apt bleiben in der Schicht: Beenden Sie dieses RUN mit rm -rf /var/lib/apt/lists/*</translation>
        </message>
        <message>
            <source>apt-get and apt-cache are used, not apt.</source>
            <translation>Verwendet werden apt-get und apt-cache, nicht apt.</translation>
        </message>
        <message>
            <source>apt-get asks before it installs, and nobody answers: add -y</source>
            <translation>apt-get fragt vor dem Installieren nach, und niemand antwortet: Fügen Sie -y hinzu</translation>
        </message>
        <message>
            <source>apt-get install doesn&apos;t ask.</source>
            <translation>apt-get install fragt nicht nach.</translation>
        </message>
        <message>
            <source>apt-get install leaves recommended packages out.</source>
            <translation>apt-get install lässt empfohlene Pakete weg.</translation>
        </message>
        <message>
            <source>apt-get install names each package&apos;s version.</source>
            <translation>apt-get install nennt von jedem Paket die Version.</translation>
        </message>
        <message>
            <source>apt-get installs what packages recommend, too: add --no-install-recommends</source>
            <translation>apt-get installiert auch, was Pakete empfehlen: Fügen Sie --no-install-recommends hinzu</translation>
        </message>
        <message>
            <source>apt-get update stands in the RUN whose apt-get install needs it.</source>
            <translation>apt-get update steht in dem RUN, dessen apt-get install es braucht.</translation>
        </message>
        <message>
            <source>AS has the same letter case as its FROM.</source>
            <translation>AS ist groß- oder kleingeschrieben wie das FROM davor.</translation>
        </message>
        <message>
            <source>ask {} for the tags of {}</source>
            <translation>{} nach den Tags von {} fragen</translation>
        </message>
        <message>
            <source>Attempting to Add file {} that is excluded by .dockerignore</source>
            <translation>ADD soll die Datei {} kopieren, die .dockerignore auslässt</translation>
        </message>
        <message>
            <source>Attempting to Copy file {} that is excluded by .dockerignore</source>
            <translation>COPY soll die Datei {} kopieren, die .dockerignore auslässt</translation>
        </message>
        <message>
            <source>Base image {} was pulled with platform &quot;{}&quot;, expected &quot;{}&quot; for current build</source>
            <translation>Das Basis-Abbild {} wurde für die Plattform &quot;{}&quot; geholt, dieser Bau erwartet &quot;{}&quot;</translation>
        </message>
        <message>
            <source>become root of the worker&apos;s user namespace</source>
            <translation>Wechsel zu root im User-Namespace des Workers</translation>
        </message>
        <message>
            <source>Begin the comment with {}</source>
            <translation>Den Kommentar mit {} beginnen</translation>
        </message>
        <message>
            <source>Begins a stage on an image, on a stage above, or on scratch, which is empty. With AS the stage has a name that FROM, COPY --from and --target can use. Only ARGs above the first FROM can be used in it.</source>
            <translation>Beginnt eine Stufe auf einem Abbild, auf einer Stufe darüber oder auf scratch, das leer ist. Mit AS hat die Stufe einen Namen, den FROM, COPY --from und --target verwenden können. Nur ARGs über dem ersten FROM lassen sich darin verwenden.</translation>
        </message>
        <message>
            <source>bind the network namespace on</source>
            <translation>Einhängen des Netzwerk-Namespaces in</translation>
        </message>
        <message>
            <source>blob {} of {}</source>
            <translation>Blob {} von {}</translation>
        </message>
        <message>
            <source>Both do the same work, and each has to be installed and kept up to date. Choose one.</source>
            <translation>Beide tun dasselbe, und jedes will installiert und aktuell gehalten sein. Entscheiden Sie sich für eines.</translation>
        </message>
        <message>
            <source>Both source and id can&apos;t be set for a secret mount; they mean the same.</source>
            <translation>Bei einem Secret-Mount dürfen source und id nicht beide gesetzt sein; sie bedeuten dasselbe.</translation>
        </message>
        <message>
            <source>Brings back what a line above left out. The last line that matches decides.</source>
            <translation>Holt zurück, was eine Zeile darüber weggelassen hat. Die letzte passende Zeile entscheidet.</translation>
        </message>
        <message>
            <source>Broken pipe</source>
            <translation>Die Gegenseite hat die Verbindung geschlossen</translation>
        </message>
        <message>
            <source>build in one stage, ship another</source>
            <translation>in einer Stufe bauen, eine andere ausliefern</translation>
        </message>
        <message>
            <source>Builders refuse them there: an image can&apos;t change another one&apos;s base, or put off what is put off.</source>
            <translation>Builder lehnen sie dort ab: Ein Abbild kann nicht die Basis eines anderen ändern und nicht aufschieben, was schon aufgeschoben ist.</translation>
        </message>
        <message>
            <source>By which name the builder knows it.</source>
            <translation>Unter welchem Namen der Builder es kennt.</translation>
        </message>
        <message>
            <source>Can&apos;t expand &quot;{}&quot;: {}</source>
            <translation>„{}“ lässt sich nicht expandieren: {}</translation>
        </message>
        <message>
            <source>Can&apos;t find = in &quot;{}&quot;: {} takes name=value.</source>
            <translation>In „{}“ fehlt das =: {} erwartet Name=Wert.</translation>
        </message>
        <message>
            <source>canceled</source>
            <translation>abgebrochen</translation>
        </message>
        <message>
            <source>Canceled.</source>
            <translation>Abgebrochen.</translation>
        </message>
        <message>
            <source>Cannot allocate memory</source>
            <translation>Nicht genügend Hauptspeicher verfügbar</translation>
        </message>
        <message>
            <source>cannot compress: {}</source>
            <translation>Komprimieren ist nicht möglich: {}</translation>
        </message>
        <message>
            <source>cannot list the tags of {}: {}</source>
            <translation>die Tags von {} können nicht aufgelistet werden: {}</translation>
        </message>
        <message>
            <source>cannot make a folder for temporary files</source>
            <translation>ein Ordner für temporäre Dateien lässt sich nicht anlegen</translation>
        </message>
        <message>
            <source>cannot pull {}: {}</source>
            <translation>{} kann nicht geholt werden: {}</translation>
        </message>
        <message>
            <source>cannot save to {}: it is a folder</source>
            <translation>Sichern nach {} ist nicht möglich: Das ist ein Ordner</translation>
        </message>
        <message>
            <source>cannot write &quot;{}&quot; into a layer: {}</source>
            <translation>„{}“ lässt sich nicht in eine Schicht schreiben: {}</translation>
        </message>
        <message>
            <source>cannot write {}</source>
            <translation>{} kann nicht geschrieben werden</translation>
        </message>
        <message>
            <source>cannot {}: {}</source>
            <translation>Nicht möglich: {}: {}</translation>
        </message>
        <message>
            <source>Chaining ONBUILD via `ONBUILD ONBUILD` isn&apos;t allowed</source>
            <translation>ONBUILD darf nicht als `ONBUILD ONBUILD` verkettet werden</translation>
        </message>
        <message>
            <source>Change the directory with WORKDIR: cd holds for this RUN alone</source>
            <translation>Wechseln Sie den Ordner mit WORKDIR: cd gilt nur für dieses RUN</translation>
        </message>
        <message>
            <source>Change the shell with SHELL, not with a link at /bin/sh</source>
            <translation>Wechseln Sie die Shell mit SHELL, nicht mit einem Link an der Stelle von /bin/sh</translation>
        </message>
        <message>
            <source>CMD and ENTRYPOINT are written as JSON.</source>
            <translation>CMD und ENTRYPOINT sind als JSON geschrieben.</translation>
        </message>
        <message>
            <source>CMD, ENTRYPOINT and HEALTHCHECK CMD are written as JSON.</source>
            <translation>CMD, ENTRYPOINT und HEALTHCHECK CMD sind als JSON geschrieben.</translation>
        </message>
        <message>
            <source>CMD, ENTRYPOINT, RUN, VOLUME and HEALTHCHECK take a JSON array, or any other text. An array with single quotes, or without a comma, is such a text: a shell is started to run a program whose name begins with a bracket. Write [&quot;program&quot;, &quot;argument&quot;].</source>
            <translation>CMD, ENTRYPOINT, RUN, VOLUME und HEALTHCHECK nehmen ein JSON-Array oder irgendeinen anderen Text. Ein Array mit einfachen Anführungszeichen oder ohne ein Komma ist solch ein Text: Eine Shell wird gestartet, um ein Programm auszuführen, dessen Name mit einer Klammer beginnt. Schreiben Sie [&quot;Programm&quot;, &quot;Argument&quot;].</translation>
        </message>
        <message>
            <source>Command</source>
            <translation>Befehl</translation>
        </message>
        <message>
            <source>Command &apos;{}&apos; should match the case of the command majority (lowercase)</source>
            <translation>Der Befehl &apos;{}&apos; sollte wie die meisten Befehle in Kleinbuchstaben stehen</translation>
        </message>
        <message>
            <source>Command &apos;{}&apos; should match the case of the command majority (uppercase)</source>
            <translation>Der Befehl &apos;{}&apos; sollte wie die meisten Befehle in Großbuchstaben stehen</translation>
        </message>
        <message>
            <source>Comment for {} should follow the format: `# {} &lt;description&gt;`</source>
            <translation>Der Kommentar zu {} sollte diese Form haben: `# {} &lt;Beschreibung&gt;`</translation>
        </message>
        <message>
            <source>Copies files and folders of the build context, or with --from of another stage or image, into the image. A folder stands for its content. A destination that ends in / is a folder; with several sources it must be one; a relative one stands below WORKDIR. The step runs again only when a file that it copies has changed.</source>
            <translation>Kopiert Dateien und Ordner des Build-Kontexts, oder mit --from einer anderen Stufe oder eines Abbilds, ins Abbild. Ein Ordner steht für seinen Inhalt. Ein Ziel, das auf / endet, ist ein Ordner; bei mehreren Quellen muss es einer sein; ein relatives liegt unter WORKDIR. Der Schritt läuft nur dann neu, wenn sich eine Datei geändert hat, die er kopiert.</translation>
        </message>
        <message>
            <source>Copies files into the image as COPY does, and does more with some of them: a local tar archive is unpacked, a URL is downloaded, a git repository is cloned. Where none of that is wanted, COPY says so more clearly.</source>
            <translation>Kopiert Dateien ins Abbild wie COPY und tut mit manchen mehr: Ein lokales Tar-Archiv wird entpackt, eine URL heruntergeladen, ein Git-Repository geklont. Wo nichts davon gewollt ist, sagt COPY das deutlicher.</translation>
        </message>
        <message>
            <source>Copies out of a stage above, by name or number, or out of an image, instead of the build context.</source>
            <translation>Kopiert aus einer Stufe darüber, nach Name oder Nummer, oder aus einem Abbild statt aus dem Build-Kontext.</translation>
        </message>
        <message>
            <source>COPY --from does not copy a whole file system.</source>
            <translation>COPY --from kopiert kein ganzes Dateisystem.</translation>
        </message>
        <message>
            <source>COPY --from does not name its own stage.</source>
            <translation>COPY --from nennt nicht die eigene Stufe.</translation>
        </message>
        <message>
            <source>COPY --from names a stage above it.</source>
            <translation>COPY --from nennt eine Stufe darüber.</translation>
        </message>
        <message>
            <source>COPY --from={} names the stage it stands in</source>
            <translation>COPY --from={} nennt die Stufe, in der es steht</translation>
        </message>
        <message>
            <source>COPY and ADD name no file that .dockerignore leaves out.</source>
            <translation>COPY und ADD nennen keine Datei, die .dockerignore auslässt.</translation>
        </message>
        <message>
            <source>COPY leaves the archive in its layer, and the RUN that unpacks it makes another with the content: the image carries both. ADD unpacks local tar archives by itself.</source>
            <translation>COPY lässt das Archiv in seiner Schicht, und das RUN, das es entpackt, macht eine weitere mit dem Inhalt: Das Abbild trägt beide. ADD entpackt lokale tar-Archive selbst.</translation>
        </message>
        <message>
            <source>COPY of several sources has a destination that ends with a slash.</source>
            <translation>COPY mehrerer Quellen hat ein Ziel, das mit einem Schrägstrich endet.</translation>
        </message>
        <message>
            <source>COPY of several sources: end the destination {} with /</source>
            <translation>COPY mehrerer Quellen: Beenden Sie das Ziel {} mit /</translation>
        </message>
        <message>
            <source>COPY takes all of {}: copy what is needed, or build FROM it</source>
            <translation>COPY nimmt alles aus {}: Kopieren Sie, was gebraucht wird, oder bauen Sie mit FROM darauf auf</translation>
        </message>
        <message>
            <source>COPY takes no URL: {} needs ADD.</source>
            <translation>COPY nimmt keine URL: {} braucht ADD.</translation>
        </message>
        <message>
            <source>COPY to a relative destination has a WORKDIR above it.</source>
            <translation>Über einem COPY mit relativem Ziel steht ein WORKDIR.</translation>
        </message>
        <message>
            <source>COPY to {}, and no WORKDIR says below what: set one above, or write an absolute path</source>
            <translation>COPY nach {}, und kein WORKDIR sagt, worunter: Setzen Sie darüber eines, oder schreiben Sie einen absoluten Pfad</translation>
        </message>
        <message>
            <source>Copy what the RUN needs alone, and the rest below it</source>
            <translation>Nur kopieren, was das RUN braucht, und den Rest darunter</translation>
        </message>
        <message>
            <source>Declares a variable of the build, which --build-arg can set. It holds for the instructions below it in its stage and in stages that stand on it, and is not in the image&apos;s environment. Above the first FROM it holds for FROM lines alone; a stage that wants it declares it again, without a value. Never put a secret in it: the image&apos;s history shows it.</source>
            <translation>Deklariert eine Variable des Baus, die --build-arg setzen kann. Sie gilt für die Anweisungen darunter in ihrer Stufe und in Stufen, die auf dieser stehen, und ist nicht in der Umgebung des Abbilds. Über dem ersten FROM gilt sie nur für FROM-Zeilen; eine Stufe, die sie braucht, deklariert sie noch einmal, ohne Wert. Legen Sie nie ein Geheimnis hinein: Die Historie des Abbilds zeigt es.</translation>
        </message>
        <message>
            <source>Default value for ARG {} results in empty or invalid base image name</source>
            <translation>Der Standardwert von ARG {} ergibt einen leeren oder ungültigen Namen des Basis-Abbilds</translation>
        </message>
        <message>
            <source>Defined in line {}.</source>
            <translation>Definiert in Zeile {}.</translation>
        </message>
        <message>
            <source>Defined protocol &apos;{}&apos; in EXPOSE instruction should be lowercase</source>
            <translation>Das Protokoll in &apos;{}&apos; bei EXPOSE sollte in Kleinbuchstaben stehen</translation>
        </message>
        <message>
            <source>destination</source>
            <translation>Ziel</translation>
        </message>
        <message>
            <source>Device or resource busy</source>
            <translation>Das Gerät oder die Ressource ist belegt</translation>
        </message>
        <message>
            <source>directory</source>
            <translation>Verzeichnis</translation>
        </message>
        <message>
            <source>Directory not empty</source>
            <translation>Das Verzeichnis ist nicht leer</translation>
        </message>
        <message>
            <source>dnf install doesn&apos;t ask.</source>
            <translation>dnf install fragt nicht nach.</translation>
        </message>
        <message>
            <source>dnf install names each package&apos;s version.</source>
            <translation>dnf install nennt von jedem Paket die Version.</translation>
        </message>
        <message>
            <source>Do not use ARG or ENV instructions for sensitive data ({} &quot;{}&quot;)</source>
            <translation>Verwenden Sie ARG und ENV nicht für vertrauliche Daten ({} &quot;{}&quot;)</translation>
        </message>
        <message>
            <source>docker build --call=outline shows such comments as descriptions: # NAME what it is for. Where it is no description, put a line with # alone between.</source>
            <translation>docker build --call=outline zeigt solche Kommentare als Beschreibungen: # NAME wofür er da ist. Ist es keine Beschreibung, setzen Sie eine Zeile nur mit # dazwischen.</translation>
        </message>
        <message>
            <source>Docker turns stage names to lower case, so FROM and COPY --from with other letters look as if they named something else. Write the name in lower case.</source>
            <translation>Docker macht aus Stufennamen Kleinbuchstaben; FROM und COPY --from mit anderen Buchstaben sehen deshalb aus, als nennten sie etwas anderes. Schreiben Sie den Namen in Kleinbuchstaben.</translation>
        </message>
        <message>
            <source>Docker&apos;s older builder sends the whole context before it begins, a remote one sends what it asks for, and each has to look through all of it; and whatever lies there is a COPY . away from being in the image. Name in .dockerignore what no instruction copies, or all of it (*) and then what is copied (!src).</source>
            <translation>Dockers älterer Builder schickt vor dem Beginn den ganzen Kontext, ein entfernter schickt, was er verlangt, und jeder muss alles durchsehen; und was dort liegt, ist nur ein COPY . davon entfernt, im Abbild zu sein. Nennen Sie in .dockerignore, was keine Anweisung kopiert, oder alles (*) und dann, was kopiert wird (!src).</translation>
        </message>
        <message>
            <source>Duplicate flag specified: {} may be given only once.</source>
            <translation>Doppeltes Flag: {} darf nur einmal angegeben werden.</translation>
        </message>
        <message>
            <source>Duplicate stage name &quot;{}&quot;, stage names should be unique</source>
            <translation>Der Stufenname &quot;{}&quot; ist doppelt; Stufennamen sollten eindeutig sein</translation>
        </message>
        <message>
            <source>Each change of these files runs line {} again, and it needs none of them: put this {} below it</source>
            <translation>Jede Änderung dieser Dateien führt Zeile {} erneut aus, und diese braucht keine davon: Setzen Sie dieses {} darunter</translation>
        </message>
        <message>
            <source>Each change of these files runs line {} again, and it needs only {} of them: copy that alone above it, and put this {} below it</source>
            <translation>Jede Änderung dieser Dateien führt Zeile {} erneut aus, und diese braucht davon nur {}: Kopieren Sie nur das darüber, und setzen Sie dieses {} darunter</translation>
        </message>
        <message>
            <source>Each change of these files runs line {} again, some {}, and it needs none of them: put this {} below it</source>
            <translation>Jede Änderung dieser Dateien führt Zeile {} erneut aus, etwa {}, und diese braucht keine davon: Setzen Sie dieses {} darunter</translation>
        </message>
        <message>
            <source>Each change of these files runs line {} again, some {}, and it needs only {} of them: copy that alone above it, and put this {} below it</source>
            <translation>Jede Änderung dieser Dateien führt Zeile {} erneut aus, etwa {}, und diese braucht davon nur {}: Kopieren Sie nur das darüber, und setzen Sie dieses {} darunter</translation>
        </message>
        <message>
            <source>Each pattern of .dockerignore leaves something out.</source>
            <translation>Jedes Muster in .dockerignore lässt etwas aus.</translation>
        </message>
        <message>
            <source>Each RUN is a layer, and what one of them deletes stays in the layer of the one before. Join commands that belong together with &amp;&amp;. Where a RUN already does several things, its end is taken for a choice.</source>
            <translation>Jedes RUN ist eine Schicht, und was eines löscht, bleibt in der Schicht des vorigen. Verbinden Sie Befehle, die zusammengehören, mit &amp;&amp;. Tut ein RUN schon mehrere Dinge, gilt sein Ende als gewollt.</translation>
        </message>
        <message>
            <source>Empty continuation line</source>
            <translation>Leere Fortsetzungszeile</translation>
        </message>
        <message>
            <source>End the destination with /</source>
            <translation>Das Ziel mit / beenden</translation>
        </message>
        <message>
            <source>End with {}</source>
            <translation>Mit {} beenden</translation>
        </message>
        <message>
            <source>enter</source>
            <translation>Wechsel in den Ordner</translation>
        </message>
        <message>
            <source>Entry point</source>
            <translation>Einstiegspunkt</translation>
        </message>
        <message>
            <source>entry {} of &quot;{}&quot; in the manifest</source>
            <translation>Eintrag {} von „{}“ im Manifest</translation>
        </message>
        <message>
            <source>ENV and LABEL are written with an equals sign.</source>
            <translation>ENV und LABEL sind mit einem Gleichheitszeichen geschrieben.</translation>
        </message>
        <message>
            <source>ENV does not use a variable that the same ENV sets.</source>
            <translation>ENV verwendet keine Variable, die dasselbe ENV setzt.</translation>
        </message>
        <message>
            <source>ENV name value sets one variable to all the rest of the line, blanks and quotes included. Write ENV name=value, which takes several and quotes as you expect.</source>
            <translation>ENV Name Wert setzt eine einzige Variable auf den ganzen Rest der Zeile, samt Leerzeichen und Anführungszeichen. Schreiben Sie ENV Name=Wert: Das nimmt mehrere und behandelt Anführungszeichen, wie Sie es erwarten.</translation>
        </message>
        <message>
            <source>Every stage has a name of its own.</source>
            <translation>Jede Stufe hat einen eigenen Namen.</translation>
        </message>
        <message>
            <source>everything here</source>
            <translation>alles hier</translation>
        </message>
        <message>
            <source>Expecting boolean value for flag {}, not: {}.</source>
            <translation>Das Flag {} erwartet true oder false, nicht: {}.</translation>
        </message>
        <message>
            <source>EXPOSE instruction should not define an IP address or host-port mapping, found &apos;{}&apos;</source>
            <translation>EXPOSE sollte weder eine IP-Adresse noch eine Zuordnung zu einem Host-Port angeben, gefunden wurde &apos;{}&apos;</translation>
        </message>
        <message>
            <source>EXPOSE names ports of the container alone.</source>
            <translation>EXPOSE nennt nur Ports des Containers.</translation>
        </message>
        <message>
            <source>EXPOSE {}: {}.</source>
            <translation>EXPOSE {}: {}.</translation>
        </message>
        <message>
            <source>failure-threshold is error, warning, info, style, ignore or none, not {}.</source>
            <translation>failure-threshold ist error, warning, info, style, ignore oder none, nicht {}.</translation>
        </message>
        <message>
            <source>failure-threshold is one word.</source>
            <translation>failure-threshold ist ein einzelnes Wort.</translation>
        </message>
        <message>
            <source>File exists</source>
            <translation>Die Datei existiert bereits</translation>
        </message>
        <message>
            <source>File name too long</source>
            <translation>Der Dateiname ist zu lang</translation>
        </message>
        <message>
            <source>File {} of the build context, {}.</source>
            <translation>Datei {} des Build-Kontexts, {}.</translation>
        </message>
        <message>
            <source>Files and folders of the context are copied with COPY.</source>
            <translation>Dateien und Ordner des Build-Kontexts werden mit COPY kopiert.</translation>
        </message>
        <message>
            <source>find the snapshot</source>
            <translation>Auffinden des Snapshots</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>Ordner</translation>
        </message>
        <message>
            <source>Folder {} of the build context; its content is copied.</source>
            <translation>Ordner {} des Build-Kontexts; kopiert wird sein Inhalt.</translation>
        </message>
        <message>
            <source>for the instruction below</source>
            <translation>für die Anweisung darunter</translation>
        </message>
        <message>
            <source>FROM --platform flag should not use constant value &quot;{}&quot;</source>
            <translation>FROM --platform sollte keinen festen Wert &quot;{}&quot; verwenden</translation>
        </message>
        <message>
            <source>FROM --platform names no fixed platform.</source>
            <translation>FROM --platform nennt keine feste Plattform.</translation>
        </message>
        <message>
            <source>FROM --platform=$TARGETPLATFORM says what is so anyway.</source>
            <translation>FROM --platform=$TARGETPLATFORM sagt, was ohnehin gilt.</translation>
        </message>
        <message>
            <source>FROM --platform={} fixes the platform: leave it to the build</source>
            <translation>FROM --platform={} legt die Plattform fest: Überlassen Sie sie dem Bau</translation>
        </message>
        <message>
            <source>FROM argument &apos;{}&apos; is not declared</source>
            <translation>Das Argument &apos;{}&apos; von FROM ist nicht deklariert</translation>
        </message>
        <message>
            <source>FROM argument &apos;{}&apos; is not declared (did you mean {}?)</source>
            <translation>Das Argument &apos;{}&apos; von FROM ist nicht deklariert (meinten Sie {}?)</translation>
        </message>
        <message>
            <source>FROM does not fix the platform.</source>
            <translation>FROM legt die Plattform nicht fest.</translation>
        </message>
        <message>
            <source>FROM does not mean whatever is latest.</source>
            <translation>FROM meint nicht das, was gerade das Neueste ist.</translation>
        </message>
        <message>
            <source>FROM image as name mixes two ways of writing in one line. Write both words in upper case, or both in lower case.</source>
            <translation>FROM image as name mischt zwei Schreibweisen in einer Zeile. Schreiben Sie beide Wörter in Großbuchstaben oder beide in Kleinbuchstaben.</translation>
        </message>
        <message>
            <source>FROM names an image also without --build-arg.</source>
            <translation>FROM nennt auch ohne --build-arg ein Abbild.</translation>
        </message>
        <message>
            <source>FROM requires either one or three arguments: an image, or an image AS a name.</source>
            <translation>FROM braucht ein oder drei Argumente: ein Abbild, oder ein Abbild AS einen Namen.</translation>
        </message>
        <message>
            <source>FROM says which version of an image it means.</source>
            <translation>FROM sagt, welche Version eines Abbilds gemeint ist.</translation>
        </message>
        <message>
            <source>FROM uses only ARGs that are declared above the first FROM.</source>
            <translation>FROM verwendet nur ARGs, die über dem ersten FROM deklariert sind.</translation>
        </message>
        <message>
            <source>FROM {} names an image: the stage {} stands below, at line {}, and only stages above can be built on.</source>
            <translation>FROM {} nennt ein Abbild: Die Stufe {} steht darunter, in Zeile {}, und nur auf Stufen darüber lässt sich aufbauen.</translation>
        </message>
        <message>
            <source>FROM {} names no image: the variable is empty. Give it a default with ARG above the first FROM, or a value with --build-arg.</source>
            <translation>FROM {} nennt kein Abbild: Die Variable ist leer. Geben Sie ihr mit ARG über dem ersten FROM einen Vorgabewert oder mit --build-arg einen Wert.</translation>
        </message>
        <message>
            <source>gem install names each gem&apos;s version.</source>
            <translation>gem install nennt von jedem Gem die Version.</translation>
        </message>
        <message>
            <source>Gives the command a device of the builder&apos;s.</source>
            <translation>Gibt dem Befehl ein Gerät des Builders.</translation>
        </message>
        <message>
            <source>go install, go get and go run name a version.</source>
            <translation>go install, go get und go run nennen eine Version.</translation>
        </message>
        <message>
            <source>HADOLINT_FAILURE_THRESHOLD: no threshold is named {}.</source>
            <translation>HADOLINT_FAILURE_THRESHOLD: Kein Schwellenwert heißt {}.</translation>
        </message>
        <message>
            <source>HEALTHCHECK NONE takes no arguments</source>
            <translation>HEALTHCHECK NONE nimmt keine Argumente</translation>
        </message>
        <message>
            <source>hear from the worker</source>
            <translation>Empfang vom Worker</translation>
        </message>
        <message>
            <source>Here is no instruction, only the end of a line that goes on.</source>
            <translation>Hier steht keine Anweisung, nur das Ende einer Zeile, die fortgesetzt wird.</translation>
        </message>
        <message>
            <source>Here-document {}.</source>
            <translation>Heredoc {}.</translation>
        </message>
        <message>
            <source>host-gateway needs a newer pasta (package passt): the one installed here has no --map-guest-addr. Give --add-host the host&apos;s address instead, or build with --network=host</source>
            <translation>host-gateway braucht ein neueres pasta (Paket passt): Das hier installierte kennt --map-guest-addr nicht. Geben Sie --add-host stattdessen die Adresse des Rechners, oder bauen Sie mit --network=host</translation>
        </message>
        <message>
            <source>How long a check may take; 30s without it.</source>
            <translation>Wie lange eine Prüfung dauern darf; ohne Angabe 30s.</translation>
        </message>
        <message>
            <source>How long failed checks don&apos;t count after the start; 0s without it.</source>
            <translation>Wie lange nach dem Start fehlgeschlagene Prüfungen nicht zählen; ohne Angabe 0s.</translation>
        </message>
        <message>
            <source>How many checks in a row must fail until the container is unhealthy; 3 without it.</source>
            <translation>Wie viele Prüfungen nacheinander fehlschlagen müssen, bis der Container als nicht gesund gilt; ohne Angabe 3.</translation>
        </message>
        <message>
            <source>How much it may hold, in bytes or with a unit.</source>
            <translation>Wie viel es fassen darf, in Bytes oder mit einer Einheit.</translation>
        </message>
        <message>
            <source>Ignore {} everywhere</source>
            <translation>{} nirgends beachten</translation>
        </message>
        <message>
            <source>Ignore {} here</source>
            <translation>{} hier nicht beachten</translation>
        </message>
        <message>
            <source>Ignore {} in this file</source>
            <translation>{} in dieser Datei nicht beachten</translation>
        </message>
        <message>
            <source>Image {} comes from a registry that is not trusted here</source>
            <translation>Das Abbild {} kommt aus einer Registry, der hier nicht vertraut wird</translation>
        </message>
        <message>
            <source>Image {} has no tag: say which version is meant</source>
            <translation>Das Abbild {} hat kein Tag: Sagen Sie, welche Version gemeint ist</translation>
        </message>
        <message>
            <source>Image {}.</source>
            <translation>Abbild {}.</translation>
        </message>
        <message>
            <source>Image {}. It is not in the store, so what it sets isn&apos;t known yet.</source>
            <translation>Abbild {}. Es ist nicht im Speicher, daher ist noch nicht bekannt, was es setzt.</translation>
        </message>
        <message>
            <source>Images come from trusted registries.</source>
            <translation>Abbilder kommen aus vertrauenswürdigen Registrys.</translation>
        </message>
        <message>
            <source>In a build {} has nothing to work on: leave it out</source>
            <translation>In einem Bau hat {} nichts zu tun: Lassen Sie es weg</translation>
        </message>
        <message>
            <source>in any folder</source>
            <translation>in jedem Ordner</translation>
        </message>
        <message>
            <source>In the shell form a shell is the first process: it passes no signals on, and it must be in the image. Write the command as a JSON array.</source>
            <translation>In der Shell-Form ist eine Shell der erste Prozess: Sie gibt keine Signale weiter, und sie muss im Abbild sein. Schreiben Sie den Befehl als JSON-Array.</translation>
        </message>
        <message>
            <source>In the shell form a shell is the first process: it passes no signals on, so docker stop waits and kills. Write the command as a JSON array, or say with SHELL that you want a shell.</source>
            <translation>In der Shell-Form ist eine Shell der erste Prozess: Sie gibt keine Signale weiter, also wartet docker stop und beendet sie dann gewaltsam. Schreiben Sie den Befehl als JSON-Array, oder sagen Sie mit SHELL, dass Sie eine Shell wollen.</translation>
        </message>
        <message>
            <source>Input/output error</source>
            <translation>Ein-/Ausgabefehler</translation>
        </message>
        <message>
            <source>instruction</source>
            <translation>Anweisung</translation>
        </message>
        <message>
            <source>Interval &quot;{}&quot; cannot be less than 1ms.</source>
            <translation>Die Zeitspanne „{}“ darf nicht kürzer als 1ms sein.</translation>
        </message>
        <message>
            <source>Into a log wget writes a row of dots for each 50 kB. Use --progress=dot:giga for a line per 32 MB, or -q or -nv for none.</source>
            <translation>In ein Protokoll schreibt wget für je 50 kB eine Reihe Punkte. Nehmen Sie --progress=dot:giga für eine Zeile je 32 MB, oder -q oder -nv für keine.</translation>
        </message>
        <message>
            <source>Invalid argument</source>
            <translation>Das Argument ist ungültig</translation>
        </message>
        <message>
            <source>Invalid cache sharing set for {} mount: only cache mounts are shared.</source>
            <translation>sharing ist bei einem Mount der Art {} nicht erlaubt: Nur Cache-Mounts werden geteilt.</translation>
        </message>
        <message>
            <source>Invalid duration &quot;{}&quot; for --{}; write 30s or 1m30s.</source>
            <translation>Ungültige Dauer „{}“ für --{}; schreiben Sie 30s oder 1m30s.</translation>
        </message>
        <message>
            <source>Invalid field &apos;{}&apos; must be a key=value pair.</source>
            <translation>Ungültiges Feld &apos;{}&apos;: Es muss die Form Schlüssel=Wert haben.</translation>
        </message>
        <message>
            <source>Invalid name for build stage: &quot;{}&quot;; it begins with a letter and holds letters, digits, -, _ and . only.</source>
            <translation>Ungültiger Name für eine Stufe: „{}“; er beginnt mit einem Buchstaben und enthält nur Buchstaben, Ziffern, -, _ und .</translation>
        </message>
        <message>
            <source>Invalid secret mount: one of source, target and id is required.</source>
            <translation>Ungültiger Secret-Mount: source, target oder id muss angegeben sein.</translation>
        </message>
        <message>
            <source>Invalid value for size: {}; write bytes, or 64m, 1g.</source>
            <translation>Ungültiger Wert für size: {}; schreiben Sie Bytes oder 64m, 1g.</translation>
        </message>
        <message>
            <source>Invalid value for {}: {}; it must be true or false.</source>
            <translation>Ungültiger Wert für {}: {}; er muss true oder false sein.</translation>
        </message>
        <message>
            <source>Invalid value {} for {}; it is octal, such as 0755.</source>
            <translation>Ungültiger Wert {} für {}; er ist oktal, etwa 0755.</translation>
        </message>
        <message>
            <source>Invalid value {} for {}; it must be a number.</source>
            <translation>Ungültiger Wert {} für {}; er muss eine Zahl sein.</translation>
        </message>
        <message>
            <source>Is a directory</source>
            <translation>Ist ein Verzeichnis</translation>
        </message>
        <message>
            <source>it does not begin as one</source>
            <translation>es beginnt nicht wie eines</translation>
        </message>
        <message>
            <source>it ended early</source>
            <translation>es endet zu früh</translation>
        </message>
        <message>
            <source>it gives one file for two layers</source>
            <translation>es gibt für zwei Schichten dieselbe Datei an</translation>
        </message>
        <message>
            <source>it has neither a manifest.json (docker save) nor an index.json (OCI layout)</source>
            <translation>es hat weder eine manifest.json (docker save) noch eine index.json (OCI-Layout)</translation>
        </message>
        <message>
            <source>it has {} layers and its configuration names {}; it may be no image but another artifact</source>
            <translation>es hat {} Schichten, und seine Konfiguration nennt {}; womöglich ist es kein Abbild, sondern ein anderes Artefakt</translation>
        </message>
        <message>
            <source>it has {} layers; at most {} can be mounted, with Docker, too</source>
            <translation>es hat {} Schichten; höchstens {} können eingehängt werden, auch mit Docker</translation>
        </message>
        <message>
            <source>it is longer than {} characters</source>
            <translation>er ist länger als {} Zeichen</translation>
        </message>
        <message>
            <source>it is no folder any more</source>
            <translation>es ist kein Ordner mehr</translation>
        </message>
        <message>
            <source>it is not a file any more</source>
            <translation>es ist keine Datei mehr</translation>
        </message>
        <message>
            <source>it is of another version</source>
            <translation>es gehört zu einer anderen Version</translation>
        </message>
        <message>
            <source>It is used by {}.</source>
            <translation>Sie wird verwendet von {}.</translation>
        </message>
        <message>
            <source>It tells whether what runs in a container does its work. HEALTHCHECK NONE says that none is wanted. A stage does without where one that is built on it has one. This check is off until a severity is given to it: Kubernetes, for one, has probes of its own.</source>
            <translation>Es sagt, ob das, was in einem Container läuft, seine Arbeit tut. HEALTHCHECK NONE sagt, dass keines gewünscht ist. Eine Stufe kommt ohne aus, wenn eine, die auf ihr aufbaut, eines hat. Diese Prüfung ist aus, bis sie einen Schweregrad bekommt: Kubernetes zum Beispiel hat eigene Prüfungen.</translation>
        </message>
        <message>
            <source>It uses {}.</source>
            <translation>Sie verwendet {}.</translation>
        </message>
        <message>
            <source>its configuration has another digest than its manifest says</source>
            <translation>seine Konfiguration hat einen anderen Digest, als das Manifest nennt</translation>
        </message>
        <message>
            <source>its configuration is {} bytes long</source>
            <translation>seine Konfiguration ist {} Bytes lang</translation>
        </message>
        <message>
            <source>its double quote is never closed.</source>
            <translation>Das doppelte Anführungszeichen wird nicht geschlossen.</translation>
        </message>
        <message>
            <source>its index.json is not an index</source>
            <translation>seine index.json ist kein Index</translation>
        </message>
        <message>
            <source>Its layer keeps {} of package caches ({}): end this RUN with {}, or mount a cache there</source>
            <translation>Die Schicht behält {} an Paket-Caches ({}): Beenden Sie dieses RUN mit {}, oder hängen Sie dort einen Cache ein</translation>
        </message>
        <message>
            <source>Its layer keeps {} of package caches ({}): write {}, or mount a cache there</source>
            <translation>Die Schicht behält {} an Paket-Caches ({}): Schreiben Sie {}, oder hängen Sie dort einen Cache ein</translation>
        </message>
        <message>
            <source>Its layer keeps {} of {}: end this RUN with {}, or mount a cache there</source>
            <translation>Die Schicht behält {} von {}: Beenden Sie dieses RUN mit {}, oder hängen Sie dort einen Cache ein</translation>
        </message>
        <message>
            <source>Its layer keeps {} of {}: write {}, or mount a cache there</source>
            <translation>Die Schicht behält {} von {}: Schreiben Sie {}, oder hängen Sie dort einen Cache ein</translation>
        </message>
        <message>
            <source>its length is not what its counts say</source>
            <translation>seine Länge passt nicht zu seinen Zählern</translation>
        </message>
        <message>
            <source>Its list &quot;ignored&quot; can&apos;t be lengthened as it is written: add {} by hand.</source>
            <translation>Die Liste &quot;ignored&quot; lässt sich nicht verlängern, so wie sie geschrieben ist: Tragen Sie {} von Hand ein.</translation>
        </message>
        <message>
            <source>its manifest.json is not a list</source>
            <translation>seine manifest.json ist keine Liste</translation>
        </message>
        <message>
            <source>its manifest.json names no configuration</source>
            <translation>seine manifest.json nennt keine Konfiguration</translation>
        </message>
        <message>
            <source>Its mode, in octal.</source>
            <translation>Sein Modus, oktal.</translation>
        </message>
        <message>
            <source>its paths are not clean</source>
            <translation>seine Pfade sind nicht bereinigt</translation>
        </message>
        <message>
            <source>its paths are out of order or not clean</source>
            <translation>seine Pfade sind ungeordnet oder nicht bereinigt</translation>
        </message>
        <message>
            <source>its single quote is never closed.</source>
            <translation>Das einfache Anführungszeichen wird nicht geschlossen.</translation>
        </message>
        <message>
            <source>its size is not the sum of its files</source>
            <translation>seine Größe ist nicht die Summe seiner Dateien</translation>
        </message>
        <message>
            <source>its substitutions are nested too deeply.</source>
            <translation>Seine Ersetzungen sind zu tief verschachtelt.</translation>
        </message>
        <message>
            <source>its variables make it more than 1 MiB longer than it is written.</source>
            <translation>Durch seine Variablen würde es mehr als 1 MiB länger, als es geschrieben ist.</translation>
        </message>
        <message>
            <source>Join it with the RUN above</source>
            <translation>Mit dem RUN darüber verbinden</translation>
        </message>
        <message>
            <source>JSON arguments recommended for {} to prevent unintended behavior related to OS signals</source>
            <translation>Für {} empfehlen sich JSON-Argumente, damit Signale des Betriebssystems wie beabsichtigt wirken</translation>
        </message>
        <message>
            <source>Keeps an instruction in the image for those who build on it: right after their FROM it runs as though it stood in their Dockerfile. FROM, MAINTAINER and ONBUILD itself can&apos;t be kept.</source>
            <translation>Bewahrt eine Anweisung im Abbild auf, für alle, die darauf aufbauen: Gleich nach deren FROM läuft sie, als stünde sie in deren Dockerfile. FROM, MAINTAINER und ONBUILD selbst lassen sich nicht aufbewahren.</translation>
        </message>
        <message>
            <source>Keeps the .git folder of a git repository.</source>
            <translation>Behält den Ordner .git eines Git-Repositorys.</translation>
        </message>
        <message>
            <source>Keeps the folders of each source&apos;s path below the destination.</source>
            <translation>Behält die Ordner im Pfad jeder Quelle unter dem Ziel bei.</translation>
        </message>
        <message>
            <source>Kubernetes does not look into the image&apos;s /etc/passwd: with runAsNonRoot it refuses a user given by name, for it can&apos;t tell that this isn&apos;t root. Write the user&apos;s number, or an ARG that a build gives it in.</source>
            <translation>Kubernetes sieht nicht in /etc/passwd des Abbilds nach: Mit runAsNonRoot lehnt es einen Benutzer ab, der mit Namen genannt ist, denn es kann nicht wissen, dass er nicht root ist. Schreiben Sie die Nummer des Benutzers, oder ein ARG, mit dem ein Bau sie angibt.</translation>
        </message>
        <message>
            <source>Label {} is empty</source>
            <translation>Das Label {} ist leer</translation>
        </message>
        <message>
            <source>Label {} is no e-mail address: {}</source>
            <translation>Das Label {} ist keine E-Mail-Adresse: {}</translation>
        </message>
        <message>
            <source>Label {} is no Git hash: {}</source>
            <translation>Das Label {} ist kein Git-Hash: {}</translation>
        </message>
        <message>
            <source>Label {} is no license identifier of SPDX: {}</source>
            <translation>Das Label {} ist kein Lizenzbezeichner von SPDX: {}</translation>
        </message>
        <message>
            <source>Label {} is no semantic version: {}</source>
            <translation>Das Label {} ist keine semantische Version: {}</translation>
        </message>
        <message>
            <source>Label {} is no time like 2026-11-28T09:00:00Z: {}</source>
            <translation>Das Label {} ist keine Zeit wie 2026-11-28T09:00:00Z: {}</translation>
        </message>
        <message>
            <source>Label {} is no URL: {}</source>
            <translation>Das Label {} ist keine URL: {}</translation>
        </message>
        <message>
            <source>Label {} is none of those that the settings name</source>
            <translation>Das Label {} gehört nicht zu denen, die die Einstellungen nennen</translation>
        </message>
        <message>
            <source>label-schema is a list of &quot;label: format&quot;.</source>
            <translation>label-schema ist eine Liste von &quot;Label: Format&quot;.</translation>
        </message>
        <message>
            <source>Labels</source>
            <translation>Labels</translation>
        </message>
        <message>
            <source>Leave --{} out</source>
            <translation>--{} weglassen</translation>
        </message>
        <message>
            <source>Leave cd out</source>
            <translation>cd weglassen</translation>
        </message>
        <message>
            <source>Leave sudo out</source>
            <translation>sudo weglassen</translation>
        </message>
        <message>
            <source>leave the &quot;{}&quot; out</source>
            <translation>lassen Sie „{}“ weg</translation>
        </message>
        <message>
            <source>Leaves out what the pattern matches. It can be given several times.</source>
            <translation>Lässt weg, worauf das Muster passt. Es kann mehrmals angegeben werden.</translation>
        </message>
        <message>
            <source>Line {} builds on this stage, and FROM finds stages by names in lower case alone.</source>
            <translation>Zeile {} baut auf dieser Stufe auf, und FROM findet Stufen nur unter kleingeschriebenen Namen.</translation>
        </message>
        <message>
            <source>Line {} has a stage of that name already.</source>
            <translation>In Zeile {} gibt es schon eine Stufe dieses Namens.</translation>
        </message>
        <message>
            <source>Line {} installs from the lists of this step, which stay as old as its cached layer: put both into one RUN</source>
            <translation>Zeile {} installiert aus den Listen dieses Schritts, die so alt bleiben wie seine Schicht im Cache: Setzen Sie beides in ein RUN</translation>
        </message>
        <message>
            <source>Line {} may name {} by what it puts together while it runs.</source>
            <translation>Zeile {} nennt {} womöglich durch etwas, das sie erst bei der Ausführung zusammensetzt.</translation>
        </message>
        <message>
            <source>Line {} names a stage by a variable, which a build doesn&apos;t take: mend that first.</source>
            <translation>Zeile {} nennt eine Stufe durch eine Variable, was ein Bau nicht annimmt: Beheben Sie das zuerst.</translation>
        </message>
        <message>
            <source>Line {} reaches this stage through a variable, as {}: what the variable holds can&apos;t be renamed with it.</source>
            <translation>Zeile {} erreicht diese Stufe über eine Variable, als {}: Was die Variable enthält, lässt sich nicht mit umbenennen.</translation>
        </message>
        <message>
            <source>Line {} takes its stage from a variable, so where {} is used can&apos;t be told.</source>
            <translation>Zeile {} nimmt ihre Stufe aus einer Variablen, daher lässt sich nicht sagen, wo {} verwendet wird.</translation>
        </message>
        <message>
            <source>line {}:{}</source>
            <translation>Zeile {}:{}</translation>
        </message>
        <message>
            <source>link the snapshot</source>
            <translation>Verlinken des Snapshots</translation>
        </message>
        <message>
            <source>link the upper directory in</source>
            <translation>Verlinken des oberen Verzeichnisses in</translation>
        </message>
        <message>
            <source>list</source>
            <translation>Auflisten von</translation>
        </message>
        <message>
            <source>loading was canceled</source>
            <translation>das Laden wurde abgebrochen</translation>
        </message>
        <message>
            <source>lock</source>
            <translation>Sperren von</translation>
        </message>
        <message>
            <source>look at</source>
            <translation>Untersuchen von</translation>
        </message>
        <message>
            <source>look up in the image</source>
            <translation>Nachschlagen im Abbild:</translation>
        </message>
        <message>
            <source>Lower-case letters, digits, dots and hyphens, a letter first and neither dot nor hyphen last, and none of Docker&apos;s own namespaces (com.docker, io.docker, org.dockerproject): so names of different tools don&apos;t collide.</source>
            <translation>Kleinbuchstaben, Ziffern, Punkte und Bindestriche, am Anfang ein Buchstabe, am Ende weder Punkt noch Bindestrich, und keiner von Dockers eigenen Namensräumen (com.docker, io.docker, org.dockerproject): So kommen sich die Namen verschiedener Werkzeuge nicht in die Quere.</translation>
        </message>
        <message>
            <source>made in line {}</source>
            <translation>in Zeile {} angelegt</translation>
        </message>
        <message>
            <source>Maintainer instruction is deprecated in favor of using label</source>
            <translation>MAINTAINER ist veraltet, nehmen Sie stattdessen ein Label</translation>
        </message>
        <message>
            <source>MAINTAINER is deprecated.</source>
            <translation>MAINTAINER ist veraltet.</translation>
        </message>
        <message>
            <source>MAINTAINER is deprecated: a label says who looks after an image</source>
            <translation>MAINTAINER ist veraltet: Ein Label sagt, wer sich um ein Abbild kümmert</translation>
        </message>
        <message>
            <source>make</source>
            <translation>Anlegen von</translation>
        </message>
        <message>
            <source>make a pipe</source>
            <translation>Anlegen einer Pipe</translation>
        </message>
        <message>
            <source>make a socket</source>
            <translation>Anlegen eines Sockets</translation>
        </message>
        <message>
            <source>make a socket for the worker</source>
            <translation>Anlegen eines Sockets für den Worker</translation>
        </message>
        <message>
            <source>make mounts private</source>
            <translation>Abschotten der Mounts</translation>
        </message>
        <message>
            <source>make namespaces for the commands of a build</source>
            <translation>Anlegen von Namespaces für die Befehle eines Baus</translation>
        </message>
        <message>
            <source>make the cache mount</source>
            <translation>Anlegen des Cache-Mounts</translation>
        </message>
        <message>
            <source>make the file</source>
            <translation>Anlegen der Datei</translation>
        </message>
        <message>
            <source>make the folder</source>
            <translation>Anlegen des Ordners</translation>
        </message>
        <message>
            <source>make the link</source>
            <translation>Anlegen des Links</translation>
        </message>
        <message>
            <source>make the lock</source>
            <translation>Anlegen der Sperre</translation>
        </message>
        <message>
            <source>make the mount point</source>
            <translation>Anlegen des Mount-Punkts</translation>
        </message>
        <message>
            <source>make the store&apos;s folder</source>
            <translation>Anlegen des Speicherordners</translation>
        </message>
        <message>
            <source>make the whiteout</source>
            <translation>Anlegen der Löschmarke</translation>
        </message>
        <message>
            <source>Makes a layer that looks at nothing below it, so that it stays cached when the layers below change. The destination&apos;s links are not followed.</source>
            <translation>Erzeugt eine Schicht, die nichts darunter beachtet und daher im Cache bleibt, wenn sich die Schichten darunter ändern. Links im Ziel werden nicht verfolgt.</translation>
        </message>
        <message>
            <source>mark as opaque</source>
            <translation>Markieren als undurchsichtig:</translation>
        </message>
        <message>
            <source>Marks folders whose content is kept apart from a container: each new container gets a volume for them, filled with what the image has there.</source>
            <translation>Kennzeichnet Ordner, deren Inhalt getrennt vom Container aufbewahrt wird: Jeder neue Container bekommt für sie ein Volume, gefüllt mit dem, was das Abbild dort hat.</translation>
        </message>
        <message>
            <source>Mend all that can be mended</source>
            <translation>Alles beheben, was sich beheben lässt</translation>
        </message>
        <message>
            <source>Mend every {}</source>
            <translation>Jedes {} beheben</translation>
        </message>
        <message>
            <source>missing</source>
            <translation>fehlt</translation>
        </message>
        <message>
            <source>Missing a value on flag: {}.</source>
            <translation>Dem Flag {} fehlt ein Wert.</translation>
        </message>
        <message>
            <source>Missing command after HEALTHCHECK CMD</source>
            <translation>Nach HEALTHCHECK CMD fehlt der Befehl</translation>
        </message>
        <message>
            <source>Mode of what is copied, in octal. Without it files keep the mode they have.</source>
            <translation>Modus dessen, was kopiert wird, oktal. Ohne dieses Flag behalten Dateien ihren Modus.</translation>
        </message>
        <message>
            <source>mount</source>
            <translation>Einhängen von</translation>
        </message>
        <message>
            <source>mount a tmpfs on</source>
            <translation>Einhängen eines tmpfs in</translation>
        </message>
        <message>
            <source>mount the layers on</source>
            <translation>Einhängen der Schichten in</translation>
        </message>
        <message>
            <source>Move it below the RUN that needs none of it</source>
            <translation>Unter das RUN verschieben, das nichts davon braucht</translation>
        </message>
        <message>
            <source>Multiple {} instructions should not be used in the same stage because only the last one will be used</source>
            <translation>In einer Stufe sollte {} nicht mehrmals stehen, denn nur die letzte dieser Anweisungen wirkt</translation>
        </message>
        <message>
            <source>Name of label {}: it begins with a lower-case letter, and ends with one or with a digit</source>
            <translation>Name des Labels {}: Er beginnt mit einem Kleinbuchstaben und endet mit einem Kleinbuchstaben oder einer Ziffer</translation>
        </message>
        <message>
            <source>Name of label {}: it has lower-case letters, digits, dots and hyphens</source>
            <translation>Name des Labels {}: Er besteht aus Kleinbuchstaben, Ziffern, Punkten und Bindestrichen</translation>
        </message>
        <message>
            <source>Name of label {}: no two dots or hyphens stand side by side</source>
            <translation>Name des Labels {}: Keine zwei Punkte oder Bindestriche stehen nebeneinander</translation>
        </message>
        <message>
            <source>Name of label {}: this namespace is Docker&apos;s own</source>
            <translation>Name des Labels {}: Dieser Namensraum gehört Docker</translation>
        </message>
        <message>
            <source>Name the earlier stage {}</source>
            <translation>Die frühere Stufe {} nennen</translation>
        </message>
        <message>
            <source>Name the shell with SHELL, not with a link to /bin/sh</source>
            <translation>Nennen Sie die Shell mit SHELL, nicht mit einem Link auf /bin/sh</translation>
        </message>
        <message>
            <source>Name the stage {}</source>
            <translation>Die Stufe {} nennen</translation>
        </message>
        <message>
            <source>Names of labels follow Docker&apos;s guidelines.</source>
            <translation>Namen von Labels folgen Dockers Richtlinien.</translation>
        </message>
        <message>
            <source>no answer from {} within {} s</source>
            <translation>keine Antwort von {} innerhalb von {} s</translation>
        </message>
        <message>
            <source>No comment silences a check.</source>
            <translation>Kein Kommentar bringt eine Prüfung zum Schweigen.</translation>
        </message>
        <message>
            <source>No empty line stands within an instruction.</source>
            <translation>In einer Anweisung steht keine leere Zeile.</translation>
        </message>
        <message>
            <source>no file</source>
            <translation>keine Datei</translation>
        </message>
        <message>
            <source>no more steps rebuild</source>
            <translation>keine weiteren Schritte werden neu gebaut</translation>
        </message>
        <message>
            <source>no more than {} folders are watched</source>
            <translation>mehr als {} Ordner werden nicht beobachtet</translation>
        </message>
        <message>
            <source>No setting is named {}.</source>
            <translation>Keine Einstellung heißt {}.</translation>
        </message>
        <message>
            <source>No stage above has the name {}</source>
            <translation>Keine Stufe darüber heißt {}</translation>
        </message>
        <message>
            <source>No stage has the name of something else.</source>
            <translation>Keine Stufe heißt wie etwas anderes.</translation>
        </message>
        <message>
            <source>No stage is named scratch or context.</source>
            <translation>Keine Stufe heißt scratch oder context.</translation>
        </message>
        <message>
            <source>No such file or directory</source>
            <translation>Datei oder Verzeichnis nicht gefunden</translation>
        </message>
        <message>
            <source>no usable answer from {}: {}</source>
            <translation>keine brauchbare Antwort von {}: {}</translation>
        </message>
        <message>
            <source>Nobody answers the question whether to go on, so the build stops there. Add --non-interactive, or -y behind install.</source>
            <translation>Niemand beantwortet die Frage, ob es weitergehen soll, also bleibt der Bau dort stehen. Fügen Sie --non-interactive hinzu, oder -y hinter install.</translation>
        </message>
        <message>
            <source>Nobody answers the question whether to go on, so the build stops there. Add -y.</source>
            <translation>Niemand beantwortet die Frage, ob es weitergehen soll, also bleibt der Bau dort stehen. Fügen Sie -y hinzu.</translation>
        </message>
        <message>
            <source>none that are named</source>
            <translation>keine, die genannt sind</translation>
        </message>
        <message>
            <source>Not a directory</source>
            <translation>Ist kein Verzeichnis</translation>
        </message>
        <message>
            <source>Notes on which ports the image&apos;s program listens; tcp where nothing else is said. It opens none: `docker run -p` does, and -P takes its numbers from here.</source>
            <translation>Vermerkt, auf welchen Ports das Programm des Abbilds lauscht; tcp, wo nichts anderes steht. Es öffnet keinen: Das tut `docker run -p`, und -P nimmt seine Nummern von hier.</translation>
        </message>
        <message>
            <source>Notes the image&apos;s author. It is out of use; `LABEL org.opencontainers.image.authors=` says the same.</source>
            <translation>Vermerkt den Autor des Abbilds. Es ist veraltet; `LABEL org.opencontainers.image.authors=` sagt dasselbe.</translation>
        </message>
        <message>
            <source>Notes things about the image by name, such as org.opencontainers.image.source. It makes no layer. Values with blanks need quotes.</source>
            <translation>Vermerkt Angaben zum Abbild unter Namen wie org.opencontainers.image.source. Es erzeugt keine Schicht. Werte mit Leerzeichen brauchen Anführungszeichen.</translation>
        </message>
        <message>
            <source>Nothing but ARG stands above the first FROM.</source>
            <translation>Über dem ersten FROM steht nichts außer ARG.</translation>
        </message>
        <message>
            <source>Nothing can listen on a port beyond 65535, so the number is a slip.</source>
            <translation>Über 65535 gibt es keinen Port, an dem etwas lauschen könnte; die Zahl ist also ein Versehen.</translation>
        </message>
        <message>
            <source>nothing in the build context matches &quot;{}&quot;</source>
            <translation>nichts im Build-Kontext passt auf „{}“</translation>
        </message>
        <message>
            <source>Nothing in this file defines {}, so it can&apos;t be renamed here.</source>
            <translation>Nichts in dieser Datei definiert {}, daher ist ein Umbenennen hier nicht möglich.</translation>
        </message>
        <message>
            <source>Nothing uses the stage {0}: it is built for --target {0} alone</source>
            <translation>Nichts verwendet die Stufe {0}: Sie wird nur für --target {0} gebaut</translation>
        </message>
        <message>
            <source>Nothing uses this stage, and it has no name to build it by</source>
            <translation>Nichts verwendet diese Stufe, und sie hat keinen Namen, unter dem man sie bauen könnte</translation>
        </message>
        <message>
            <source>npm install names each package&apos;s version.</source>
            <translation>npm install nennt von jedem Paket die Version.</translation>
        </message>
        <message>
            <source>Of two stages with one name only the last can be reached by it: give one of them another name.</source>
            <translation>Von zwei Stufen mit demselben Namen ist unter ihm nur die letzte erreichbar: Geben Sie einer von beiden einen anderen Namen.</translation>
        </message>
        <message>
            <source>Of two stages with one name, FROM and COPY --from mean the one that stands last above them, and a target the last: give one of them another name.</source>
            <translation>Von zwei Stufen mit demselben Namen meinen FROM und COPY --from diejenige, die als letzte darüber steht, und ein Ziel meint die letzte: Geben Sie einer von beiden einen anderen Namen.</translation>
        </message>
        <message>
            <source>ONBUILD keeps no ONBUILD, FROM or MAINTAINER.</source>
            <translation>In ONBUILD steht kein ONBUILD, FROM oder MAINTAINER.</translation>
        </message>
        <message>
            <source>ONBUILD {} of the base: {}</source>
            <translation>ONBUILD {} des Basis-Abbilds: {}</translation>
        </message>
        <message>
            <source>one of its layers is kept outside the registry ({})</source>
            <translation>eine seiner Schichten liegt außerhalb der Registry ({})</translation>
        </message>
        <message>
            <source>One RUN can&apos;t mount the same cache twice where it begins with files (from=…): give the mounts different ids.</source>
            <translation>Ein RUN kann denselben Cache nicht zweimal einhängen, wenn er mit Dateien beginnt (from=…): Geben Sie den Mounts verschiedene ids.</translation>
        </message>
        <message>
            <source>Only one {} parser directive can be used.</source>
            <translation>Die Parser-Direktive {} darf nur einmal vorkommen.</translation>
        </message>
        <message>
            <source>Only the last of them counts, the others do nothing: remove those.</source>
            <translation>Nur die letzte dieser Anweisungen zählt, die anderen bewirken nichts: Entfernen Sie diese.</translation>
        </message>
        <message>
            <source>Only the last of them counts; the others do nothing. Remove those, or put them into stages of their own.</source>
            <translation>Nur die letzte dieser Anweisungen zählt; die anderen bewirken nichts. Entfernen Sie diese, oder setzen Sie sie in eigene Stufen.</translation>
        </message>
        <message>
            <source>only what lies below the store can be removed</source>
            <translation>nur was unterhalb des Speichers liegt, kann entfernt werden</translation>
        </message>
        <message>
            <source>open</source>
            <translation>Öffnen von</translation>
        </message>
        <message>
            <source>open the build context</source>
            <translation>Öffnen des Build-Kontexts</translation>
        </message>
        <message>
            <source>open the folder</source>
            <translation>Öffnen des Ordners</translation>
        </message>
        <message>
            <source>open the folder of</source>
            <translation>Öffnen des Ordners von</translation>
        </message>
        <message>
            <source>Operation not permitted</source>
            <translation>Die Operation ist nicht erlaubt</translation>
        </message>
        <message>
            <source>Operation not supported</source>
            <translation>Die Operation wird nicht unterstützt</translation>
        </message>
        <message>
            <source>override has error, warning, info and style, each a list of rules.</source>
            <translation>override hat error, warning, info und style, jeweils mit einer Liste von Regeln.</translation>
        </message>
        <message>
            <source>owner</source>
            <translation>Eigentümer</translation>
        </message>
        <message>
            <source>Owner of what is copied: names that the stage&apos;s own /etc/passwd and /etc/group know, or numbers. Without it everything belongs to root.</source>
            <translation>Eigentümer dessen, was kopiert wird: Namen, die /etc/passwd und /etc/group der Stufe selbst kennen, oder Nummern. Ohne dieses Flag gehört alles root.</translation>
        </message>
        <message>
            <source>owner {}</source>
            <translation>Eigentümer {}</translation>
        </message>
        <message>
            <source>Packages and metadata that dnf fetched stay in the layer, and a later RUN can&apos;t take them out of it. End the same RUN with dnf clean all (microdnf clean all for microdnf), or mount a cache below /var/cache.</source>
            <translation>Pakete und Metadaten, die dnf geholt hat, bleiben in der Schicht, und ein späteres RUN bekommt sie nicht mehr heraus. Beenden Sie dasselbe RUN mit dnf clean all (bei microdnf mit microdnf clean all), oder hängen Sie einen Cache unter /var/cache ein.</translation>
        </message>
        <message>
            <source>Packages and metadata that yum fetched stay in the layer, and a later RUN can&apos;t take them out of it. End the same RUN with yum clean all, or mount a cache on /var/cache/yum.</source>
            <translation>Pakete und Metadaten, die yum geholt hat, bleiben in der Schicht, und ein späteres RUN bekommt sie nicht mehr heraus. Beenden Sie dasselbe RUN mit yum clean all, oder hängen Sie einen Cache an /var/cache/yum ein.</translation>
        </message>
        <message>
            <source>Packages and metadata that zypper fetched stay in the layer, and a later RUN can&apos;t take them out of it. End the same RUN with zypper clean, or mount a cache on /var/cache/zypp.</source>
            <translation>Pakete und Metadaten, die zypper geholt hat, bleiben in der Schicht, und ein späteres RUN bekommt sie nicht mehr heraus. Beenden Sie dasselbe RUN mit zypper clean, oder hängen Sie einen Cache an /var/cache/zypp ein.</translation>
        </message>
        <message>
            <source>packages of Alpine</source>
            <translation>Pakete von Alpine</translation>
        </message>
        <message>
            <source>packages of Debian and Ubuntu</source>
            <translation>Pakete von Debian und Ubuntu</translation>
        </message>
        <message>
            <source>pass a file descriptor to the worker</source>
            <translation>Übergabe eines Dateideskriptors an den Worker</translation>
        </message>
        <message>
            <source>path {}</source>
            <translation>Pfad {}</translation>
        </message>
        <message>
            <source>Permission denied</source>
            <translation>Keine Berechtigung</translation>
        </message>
        <message>
            <source>pip install keeps no cache.</source>
            <translation>pip install behält keinen Cache.</translation>
        </message>
        <message>
            <source>pip install and pipx install name each package&apos;s version.</source>
            <translation>pip install und pipx install nennen von jedem Paket die Version.</translation>
        </message>
        <message>
            <source>pip leaves its cache in the layer: add --no-cache-dir</source>
            <translation>pip lässt seinen Cache in der Schicht: Fügen Sie --no-cache-dir hinzu</translation>
        </message>
        <message>
            <source>Platform</source>
            <translation>Plattform</translation>
        </message>
        <message>
            <source>Ports</source>
            <translation>Ports</translation>
        </message>
        <message>
            <source>pulling was canceled</source>
            <translation>das Holen wurde abgebrochen</translation>
        </message>
        <message>
            <source>put the blob at</source>
            <translation>Ablegen des Blobs unter</translation>
        </message>
        <message>
            <source>Puts something into the command&apos;s file system that is not in its layer: files (bind), a cache that outlives the build (cache), memory (tmpfs), a secret, the agent of ssh.</source>
            <translation>Bringt etwas in das Dateisystem des Befehls, das nicht in seiner Schicht ist: Dateien (bind), einen Cache, der den Bau überdauert (cache), Arbeitsspeicher (tmpfs), ein Geheimnis (secret), den Agenten von ssh.</translation>
        </message>
        <message>
            <source>Python packages with a cache</source>
            <translation>Python-Pakete mit einem Cache</translation>
        </message>
        <message>
            <source>read</source>
            <translation>Lesen von</translation>
        </message>
        <message>
            <source>read a file of the layer</source>
            <translation>Lesen einer Datei der Schicht</translation>
        </message>
        <message>
            <source>read the archive</source>
            <translation>Lesen des Archivs</translation>
        </message>
        <message>
            <source>read the attribute {} of</source>
            <translation>Lesen des Attributs {} von</translation>
        </message>
        <message>
            <source>read the attributes of</source>
            <translation>Lesen der Attribute von</translation>
        </message>
        <message>
            <source>read the blob</source>
            <translation>Lesen des Blobs</translation>
        </message>
        <message>
            <source>read the folder</source>
            <translation>Lesen des Ordners</translation>
        </message>
        <message>
            <source>read the layer</source>
            <translation>Lesen der Schicht</translation>
        </message>
        <message>
            <source>read the link</source>
            <translation>Lesen des Links</translation>
        </message>
        <message>
            <source>read the settings</source>
            <translation>Lesen der Einstellungen</translation>
        </message>
        <message>
            <source>read the snapshot</source>
            <translation>Lesen des Snapshots</translation>
        </message>
        <message>
            <source>read the store&apos;s folder</source>
            <translation>Lesen des Speicherordners</translation>
        </message>
        <message>
            <source>Read-only file system</source>
            <translation>Das Dateisystem ist nur lesbar</translation>
        </message>
        <message>
            <source>Relative workdir {} can have unexpected results if the base image changes</source>
            <translation>Das relative WORKDIR {} kann unerwartete Folgen haben, wenn sich das Basis-Abbild ändert</translation>
        </message>
        <message>
            <source>remove</source>
            <translation>Entfernen von</translation>
        </message>
        <message>
            <source>Remove the empty lines</source>
            <translation>Die leeren Zeilen entfernen</translation>
        </message>
        <message>
            <source>Remove the {} in line {}</source>
            <translation>Das {} in Zeile {} entfernen</translation>
        </message>
        <message>
            <source>Remove this {}</source>
            <translation>Diese Anweisung {} entfernen</translation>
        </message>
        <message>
            <source>rename the snapshot to</source>
            <translation>Umbenennen des Snapshots in</translation>
        </message>
        <message>
            <source>replace</source>
            <translation>Ersetzen von</translation>
        </message>
        <message>
            <source>Resource temporarily unavailable</source>
            <translation>Die Ressource ist zurzeit nicht verfügbar</translation>
        </message>
        <message>
            <source>return to the folder of the worker</source>
            <translation>Rückkehr in den Ordner des Workers</translation>
        </message>
        <message>
            <source>RUN [] has no command to run.</source>
            <translation>RUN [] hat keinen Befehl zum Ausführen.</translation>
        </message>
        <message>
            <source>RUN instructions that follow each other are one.</source>
            <translation>RUN-Anweisungen, die aufeinander folgen, sind eine.</translation>
        </message>
        <message>
            <source>RUN needs a range of subordinate ids for {}: as root, add the line &quot;{}&quot; to /etc/subgid</source>
            <translation>RUN braucht einen Bereich untergeordneter IDs für {}: Fügen Sie als root in /etc/subgid die Zeile „{}“ hinzu</translation>
        </message>
        <message>
            <source>RUN needs a range of subordinate ids for {}: as root, add the line &quot;{}&quot; to /etc/subuid</source>
            <translation>RUN braucht einen Bereich untergeordneter IDs für {}: Fügen Sie als root in /etc/subuid die Zeile „{}“ hinzu</translation>
        </message>
        <message>
            <source>RUN needs a range of subordinate ids for {}: as root, add the line &quot;{}&quot; to /etc/subuid and the line &quot;{}&quot; to /etc/subgid</source>
            <translation>RUN braucht einen Bereich untergeordneter IDs für {}: Fügen Sie als root in /etc/subuid die Zeile „{}“ und in /etc/subgid die Zeile „{}“ hinzu</translation>
        </message>
        <message>
            <source>RUN needs an OCI runtime, and neither crun nor runc is installed: install the package crun (or runc)</source>
            <translation>RUN braucht eine OCI-Laufzeitumgebung, und weder crun noch runc ist installiert: Installieren Sie das Paket crun (oder runc)</translation>
        </message>
        <message>
            <source>RUN needs the programs newuidmap and newgidmap to build without being root: install the package uidmap</source>
            <translation>RUN braucht die Programme newuidmap und newgidmap, um ohne root-Rechte zu bauen: Installieren Sie das Paket uidmap</translation>
        </message>
        <message>
            <source>RUN uses the host&apos;s network, because /dev/net/tun can&apos;t be used here: as root, &quot;modprobe tun&quot; and &quot;chmod 666 /dev/net/tun&quot;</source>
            <translation>RUN verwendet das Netzwerk dieses Rechners, weil /dev/net/tun hier nicht verwendet werden kann: Führen Sie als root „modprobe tun“ und „chmod 666 /dev/net/tun“ aus</translation>
        </message>
        <message>
            <source>RUN uses the host&apos;s network, because pasta could not make one of its own</source>
            <translation>RUN verwendet das Netzwerk dieses Rechners, weil pasta kein eigenes einrichten konnte</translation>
        </message>
        <message>
            <source>RUN uses the host&apos;s network, because pasta is not installed: install the package passt for a network of its own</source>
            <translation>RUN verwendet das Netzwerk dieses Rechners, weil pasta nicht installiert ist: Installieren Sie für ein eigenes Netzwerk das Paket passt</translation>
        </message>
        <message>
            <source>Runs a command in the image as it is so far; the files it changes are a new layer. The plain form runs in the shell that SHELL names, /bin/sh -c without one; the array form runs the program itself; a here-document is a script. The step runs again when its text, the variables it can see or a layer below change.</source>
            <translation>Führt einen Befehl in dem Abbild aus, wie es bis dahin ist; die Dateien, die er ändert, sind eine neue Schicht. Die einfache Form läuft in der Shell, die SHELL nennt, ohne SHELL in /bin/sh -c; die Array-Form führt das Programm selbst aus; ein Heredoc ist ein Skript. Der Schritt läuft neu, wenn sich sein Text, die Variablen, die er sehen kann, oder eine Schicht darunter ändern.</translation>
        </message>
        <message>
            <source>save to</source>
            <translation>Sichern nach</translation>
        </message>
        <message>
            <source>saving was canceled</source>
            <translation>das Sichern wurde abgebrochen</translation>
        </message>
        <message>
            <source>Say that none is wanted: HEALTHCHECK NONE</source>
            <translation>Sagen, dass keines gewünscht ist: HEALTHCHECK NONE</translation>
        </message>
        <message>
            <source>Says as which user the commands below and containers of the image run; with a group behind a colon, as which group. A name must be known to the image, a number need not. What COPY makes still belongs to root.</source>
            <translation>Sagt, als welcher Benutzer die Befehle darunter und Container des Abbilds laufen; mit einer Gruppe hinter einem Doppelpunkt auch, als welche Gruppe. Einen Namen muss das Abbild kennen, eine Nummer nicht. Was COPY anlegt, gehört weiterhin root.</translation>
        </message>
        <message>
            <source>Says by which signal a container is asked to end: a name such as SIGQUIT, or a number. Without it, SIGTERM.</source>
            <translation>Sagt, durch welches Signal ein Container zum Beenden aufgefordert wird: ein Name wie SIGQUIT oder eine Nummer. Ohne diese Anweisung SIGTERM.</translation>
        </message>
        <message>
            <source>Says how Docker finds out whether a container works: by a command that ends with 0 where it does and with 1 where it doesn&apos;t. NONE turns a check off that the base image has. The last one of a stage counts.</source>
            <translation>Sagt, wie Docker herausfindet, ob ein Container arbeitet: durch einen Befehl, der mit 0 endet, wenn er es tut, und mit 1, wenn nicht. NONE schaltet eine Prüfung ab, die das Basis-Abbild hat. Die letzte einer Stufe zählt.</translation>
        </message>
        <message>
            <source>Says in which folder the commands below and containers of the image run, and what relative destinations of COPY and ADD stand below. It makes the folder where there is none. A relative path goes on from the WORKDIR above.</source>
            <translation>Sagt, in welchem Ordner die Befehle darunter und Container des Abbilds laufen und worunter relative Ziele von COPY und ADD liegen. Fehlt der Ordner, wird er angelegt. Ein relativer Pfad setzt den WORKDIR darüber fort.</translation>
        </message>
        <message>
            <source>Says in which shell the plain forms of RUN, CMD and ENTRYPOINT below run, as an array. Such a shell can stop at the first error of a pipe: SHELL [&quot;/bin/bash&quot;, &quot;-o&quot;, &quot;pipefail&quot;, &quot;-c&quot;].</source>
            <translation>Sagt, in welcher Shell die einfachen Formen von RUN, CMD und ENTRYPOINT darunter laufen, als Array. Eine solche Shell kann beim ersten Fehler in einer Pipe anhalten: SHELL [&quot;/bin/bash&quot;, &quot;-o&quot;, &quot;pipefail&quot;, &quot;-c&quot;].</translation>
        </message>
        <message>
            <source>Says what a container runs when nothing else is asked for, or, with an ENTRYPOINT in its array form, which arguments that one gets. The last CMD of a stage counts. The array form runs the program itself, so that signals reach it; the other form runs it in a shell.</source>
            <translation>Sagt, was ein Container ausführt, wenn nichts anderes verlangt ist, oder, bei einem ENTRYPOINT in Array-Form, welche Argumente dieser bekommt. Das letzte CMD einer Stufe zählt. Die Array-Form führt das Programm selbst aus, sodass Signale es erreichen; die andere Form führt es in einer Shell aus.</translation>
        </message>
        <message>
            <source>Says which program a container runs. In its array form, what is given to `docker run`, or else CMD, becomes its arguments; in the other form it runs in a shell and takes none. The last one of a stage counts, and one that is set here drops a CMD of the base image.</source>
            <translation>Sagt, welches Programm ein Container ausführt. In der Array-Form wird das, was `docker run` mitgegeben wird, sonst CMD, zu seinen Argumenten; in der anderen Form läuft es in einer Shell und nimmt keine. Der letzte einer Stufe zählt, und einer, der hier gesetzt wird, verwirft ein CMD des Basis-Abbilds.</translation>
        </message>
        <message>
            <source>scratch and context have a meaning of their own where a stage may be named, so a stage of that name can&apos;t be reached. Choose another name.</source>
            <translation>scratch und context haben dort, wo eine Stufe genannt werden kann, eine eigene Bedeutung; eine Stufe dieses Namens ist also nicht erreichbar. Wählen Sie einen anderen Namen.</translation>
        </message>
        <message>
            <source>Secret mount should not have a from.</source>
            <translation>Ein Secret-Mount darf kein from haben.</translation>
        </message>
        <message>
            <source>Secrets are not given by ARG or ENV.</source>
            <translation>Geheimnisse werden nicht mit ARG oder ENV übergeben.</translation>
        </message>
        <message>
            <source>Security &quot;{}&quot; is not valid; there are sandbox and insecure.</source>
            <translation>„{}“ ist kein gültiger Wert für security; es gibt sandbox und insecure.</translation>
        </message>
        <message>
            <source>Set a SHELL with pipefail</source>
            <translation>Ein SHELL mit pipefail setzen</translation>
        </message>
        <message>
            <source>Set it in an ENV of its own</source>
            <translation>In einem eigenen ENV setzen</translation>
        </message>
        <message>
            <source>set owner and mode of</source>
            <translation>Setzen von Eigentümer und Rechten von</translation>
        </message>
        <message>
            <source>set owner and mode of the cache mount</source>
            <translation>Setzen von Eigentümer und Rechten des Cache-Mounts</translation>
        </message>
        <message>
            <source>set the attribute {} of</source>
            <translation>Setzen des Attributs {} von</translation>
        </message>
        <message>
            <source>set the times of</source>
            <translation>Setzen der Zeiten von</translation>
        </message>
        <message>
            <source>Sets variables of the environment, for the instructions below and for containers of the image. The values of one ENV see the variables as they were above it. What only the build needs is better an ARG.</source>
            <translation>Setzt Umgebungsvariablen, für die Anweisungen darunter und für Container des Abbilds. Die Werte eines ENV sehen die Variablen so, wie sie darüber waren. Was nur der Bau braucht, ist besser ein ARG.</translation>
        </message>
        <message>
            <source>Setting platform to predefined {} in FROM is redundant as this is the default behavior</source>
            <translation>Die Plattform in FROM auf das vordefinierte {} zu setzen ist überflüssig, denn das ist die Voreinstellung</translation>
        </message>
        <message>
            <source>Several files need a folder to go to, and the slash says that it is one: docker build without BuildKit, and other builders, refuse the instruction without it.</source>
            <translation>Mehrere Dateien brauchen einen Ordner als Ziel, und der Schrägstrich sagt, dass es einer ist: docker build ohne BuildKit und andere Builder lehnen die Anweisung ohne ihn ab.</translation>
        </message>
        <message>
            <source>Shell</source>
            <translation>Shell</translation>
        </message>
        <message>
            <source>SHELL changes the shell, not a link.</source>
            <translation>SHELL wechselt die Shell, nicht ein Link.</translation>
        </message>
        <message>
            <source>SHELL requires the arguments to be in JSON form</source>
            <translation>SHELL braucht seine Argumente in JSON-Form</translation>
        </message>
        <message>
            <source>shellcheck explains it at {}.</source>
            <translation>shellcheck erklärt es unter {}.</translation>
        </message>
        <message>
            <source>shellcheck has nothing to say of the commands in RUN.</source>
            <translation>shellcheck hat zu den Befehlen in RUN nichts zu sagen.</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>Größe</translation>
        </message>
        <message>
            <source>Slipway has built these steps and compared their layers: a file that a later step writes again, or changes only the owner or the mode of, is in the image twice, and everybody who pulls it loads both. Copy it as it is to be (COPY --chown=… --chmod=…), change it in the RUN that makes it, or leave it out of the earlier COPY. Two RUNs, one right after the other, can be joined here; a chown behind a COPY takes a person, for it may reach more than what was copied.</source>
            <translation>Slipway hat diese Schritte gebaut und ihre Schichten verglichen: Eine Datei, die ein späterer Schritt noch einmal schreibt oder von der er nur Eigentümer oder Rechte ändert, ist zweimal im Abbild, und wer es holt, lädt beide. Kopieren Sie sie so, wie sie sein soll (COPY --chown=… --chmod=…), ändern Sie sie in dem RUN, das sie erzeugt, oder nehmen Sie sie aus dem früheren COPY heraus. Zwei RUN, die direkt aufeinander folgen, lassen sich hier verbinden; ein chown nach einem COPY braucht einen Menschen, denn es kann mehr erfassen, als kopiert wurde.</translation>
        </message>
        <message>
            <source>Slipway has built this step and looked into its layer: what a package manager keeps to be faster next time weighs there, and nobody uses it in an image. Deleting it in a later RUN leaves it in this layer; it has to go in the same RUN, or never to be in it: RUN --mount=type=cache,target=FOLDER keeps it between builds and out of the layer.</source>
            <translation>Slipway hat diesen Schritt gebaut und in seine Schicht gesehen: Was ein Paketverwalter aufhebt, um nächstes Mal schneller zu sein, wiegt dort schwer, und niemand braucht es in einem Abbild. Löscht man es in einem späteren RUN, bleibt es in dieser Schicht; es muss in demselben RUN weg oder gar nicht erst hinein: RUN --mount=type=cache,target=ORDNER hebt es zwischen den Baus auf und hält es aus der Schicht heraus.</translation>
        </message>
        <message>
            <source>Stage **{}**, lines {} to {}, on {}.</source>
            <translation>Stufe **{}**, Zeilen {} bis {}, auf {}.</translation>
        </message>
        <message>
            <source>Stage name &apos;{}&apos; should be lowercase</source>
            <translation>Der Stufenname &apos;{}&apos; sollte in Kleinbuchstaben stehen</translation>
        </message>
        <message>
            <source>Stage name should not use the same name as reserved stage &quot;{}&quot;</source>
            <translation>Eine Stufe sollte nicht heißen wie die reservierte Stufe &quot;{}&quot;</translation>
        </message>
        <message>
            <source>Stage names are written in lower case.</source>
            <translation>Stufennamen stehen in Kleinbuchstaben.</translation>
        </message>
        <message>
            <source>stage {}</source>
            <translation>Stufe {}</translation>
        </message>
        <message>
            <source>Stage {} has no HEALTHCHECK</source>
            <translation>Die Stufe {} hat kein HEALTHCHECK</translation>
        </message>
        <message>
            <source>Stage {} lacks the label {}</source>
            <translation>Der Stufe {} fehlt das Label {}</translation>
        </message>
        <message>
            <source>start</source>
            <translation>Starten von</translation>
        </message>
        <message>
            <source>start a process</source>
            <translation>Starten eines Prozesses</translation>
        </message>
        <message>
            <source>STOPSIGNAL {} is no signal: use a name like SIGTERM, or a number.</source>
            <translation>STOPSIGNAL {} ist kein Signal: Verwenden Sie einen Namen wie SIGTERM oder eine Zahl.</translation>
        </message>
        <message>
            <source>sudo behaves unpredictably in a build: use USER, or gosu when a container starts</source>
            <translation>sudo verhält sich in einem Bau unvorhersehbar: Nehmen Sie USER, oder gosu beim Start eines Containers</translation>
        </message>
        <message>
            <source>Take the pattern out</source>
            <translation>Das Muster herausnehmen</translation>
        </message>
        <message>
            <source>talk to the worker</source>
            <translation>Gespräch mit dem Worker</translation>
        </message>
        <message>
            <source>the answer is endless</source>
            <translation>die Antwort hört nicht auf</translation>
        </message>
        <message>
            <source>the answer is longer than the {} bytes that it may have</source>
            <translation>die Antwort ist länger als die {} Bytes, die sie haben darf</translation>
        </message>
        <message>
            <source>The architecture of the machine that builds, as amd64. In a stage, ARG BUILDARCH brings it in.</source>
            <translation>Die Architektur des Rechners, der baut, etwa amd64. In einer Stufe macht ARG BUILDARCH sie bekannt.</translation>
        </message>
        <message>
            <source>The architecture that the image is built for, as arm64. In a stage, ARG TARGETARCH brings it in.</source>
            <translation>Die Architektur, für die das Abbild gebaut wird, etwa arm64. In einer Stufe macht ARG TARGETARCH sie bekannt.</translation>
        </message>
        <message>
            <source>The architecture&apos;s variant of the machine that builds, as v7; mostly empty.</source>
            <translation>Die Variante der Architektur des Rechners, der baut, etwa v7; meist leer.</translation>
        </message>
        <message>
            <source>the archive can&apos;t be loaded: {}</source>
            <translation>das Archiv lässt sich nicht laden: {}</translation>
        </message>
        <message>
            <source>the archive can&apos;t be read: it is damaged</source>
            <translation>das Archiv lässt sich nicht lesen: es ist beschädigt</translation>
        </message>
        <message>
            <source>the archive can&apos;t be read: {}</source>
            <translation>das Archiv lässt sich nicht lesen: {}</translation>
        </message>
        <message>
            <source>the archive has no image for {}</source>
            <translation>das Archiv hat kein Abbild für {}</translation>
        </message>
        <message>
            <source>The archive {} can&apos;t be unpacked: its hard link {} leads to /{}, and there is no such file in the archive or the image.</source>
            <translation>Das Archiv {} lässt sich nicht entpacken: Sein Hardlink {} führt zu /{}, und diese Datei gibt es weder im Archiv noch im Abbild.</translation>
        </message>
        <message>
            <source>The archive {} can&apos;t be unpacked: {}</source>
            <translation>Das Archiv {} lässt sich nicht entpacken: {}</translation>
        </message>
        <message>
            <source>the archive&apos;s configuration {} has another digest</source>
            <translation>die Konfiguration {} des Archivs hat einen anderen Digest</translation>
        </message>
        <message>
            <source>the archive&apos;s manifest {} has another digest</source>
            <translation>das Manifest {} des Archivs hat einen anderen Digest</translation>
        </message>
        <message>
            <source>The base image is for the platform that is built.</source>
            <translation>Das Basis-Abbild ist für die Plattform, die gebaut wird.</translation>
        </message>
        <message>
            <source>The base image sets {} already.</source>
            <translation>Das Basis-Abbild setzt {} schon.</translation>
        </message>
        <message>
            <source>The base&apos;s ONBUILD {}: {}</source>
            <translation>ONBUILD {} des Basis-Abbilds lässt sich nicht ausführen: {}</translation>
        </message>
        <message>
            <source>the blob ended early</source>
            <translation>der Blob endet zu früh</translation>
        </message>
        <message>
            <source>the blob is {} bytes long; at most {} are read here</source>
            <translation>der Blob ist {} Bytes lang; hier werden höchstens {} gelesen</translation>
        </message>
        <message>
            <source>the blob {} is {} bytes long and not {}</source>
            <translation>der Blob {} ist {} Bytes lang und nicht {}</translation>
        </message>
        <message>
            <source>the blob {} of the store is damaged</source>
            <translation>der Blob {} des Speichers ist beschädigt</translation>
        </message>
        <message>
            <source>the build context has more than {} files; leave some out with .dockerignore</source>
            <translation>der Build-Kontext hat mehr als {} Dateien; lassen Sie einige mit .dockerignore weg</translation>
        </message>
        <message>
            <source>The build context has {} in {} files, and the build takes {} of it</source>
            <translation>Der Build-Kontext hat {} in {} Dateien, und der Bau nimmt davon {}</translation>
        </message>
        <message>
            <source>The build context has {} in {} files, and the build takes {} of it: leave out {}</source>
            <translation>Der Build-Kontext hat {} in {} Dateien, und der Bau nimmt davon {}: Lassen Sie {} aus</translation>
        </message>
        <message>
            <source>The build context has {} in {} files, and the build takes {} of it: leave out {} in a .dockerignore</source>
            <translation>Der Build-Kontext hat {} in {} Dateien, und der Bau nimmt davon {}: Lassen Sie {} mit einer .dockerignore aus</translation>
        </message>
        <message>
            <source>The build context holds little more than what is copied.</source>
            <translation>Der Build-Kontext enthält wenig mehr, als kopiert wird.</translation>
        </message>
        <message>
            <source>The build was canceled.</source>
            <translation>Der Bau wurde abgebrochen.</translation>
        </message>
        <message>
            <source>The character that escapes others and, at a line&apos;s end, goes on in the next line: \ or `.</source>
            <translation>Das Zeichen, das andere maskiert und am Zeilenende die Anweisung in der nächsten Zeile fortsetzt: \ oder `.</translation>
        </message>
        <message>
            <source>The check directive</source>
            <translation>Die Direktive check</translation>
        </message>
        <message>
            <source>the command could not be started: {}</source>
            <translation>der Befehl konnte nicht gestartet werden: {}</translation>
        </message>
        <message>
            <source>No ARG takes the build argument {}: it changes nothing.</source>
            <translation>Kein ARG nimmt das Build-Argument {}: Es ändert nichts.</translation>
        </message>
        <message>
            <source>the build is offline: pull or import it first.</source>
            <translation>der Bau ist offline: Holen oder importieren Sie es zuerst.</translation>
        </message>
        <message>
            <source>The store&apos;s disk is full: make room for {}, or set SLIPWAY_HOME to another folder.</source>
            <translation>Die Platte des Speichers ist voll: Schaffen Sie Platz für {}, oder setzen Sie SLIPWAY_HOME auf einen anderen Ordner.</translation>
        </message>
        <message>
            <source>The command failed with exit status {}.</source>
            <translation>Der Befehl ist mit Rückgabewert {} fehlgeschlagen.</translation>
        </message>
        <message>
            <source>The command may not write to it.</source>
            <translation>Der Befehl darf nicht hineinschreiben.</translation>
        </message>
        <message>
            <source>The command may write to it; of a bind mount, what it writes is dropped.</source>
            <translation>Der Befehl darf hineinschreiben; bei einem Bind-Mount wird verworfen, was er schreibt.</translation>
        </message>
        <message>
            <source>The command was ended by signal {} (exit status {}).</source>
            <translation>Der Befehl wurde durch Signal {} beendet (Rückgabewert {}).</translation>
        </message>
        <message>
            <source>the compressed data can&apos;t be read: its gzip header is damaged</source>
            <translation>die komprimierten Daten lassen sich nicht lesen: ihr gzip-Kopf ist beschädigt</translation>
        </message>
        <message>
            <source>the compressed data can&apos;t be read: {}</source>
            <translation>die komprimierten Daten lassen sich nicht lesen: {}</translation>
        </message>
        <message>
            <source>The configuration is a list of &quot;key: value&quot;.</source>
            <translation>Die Konfiguration ist eine Liste von &quot;Schlüssel: Wert&quot;.</translation>
        </message>
        <message>
            <source>the connection to {} can&apos;t be trusted: {}; where it has an authority of its own, name its file in SSL_CERT_FILE</source>
            <translation>der Verbindung zu {} ist nicht zu trauen: {}; hat der Host eine eigene Zertifizierungsstelle, nennen Sie deren Datei in SSL_CERT_FILE</translation>
        </message>
        <message>
            <source>the content has the digest {} and not {}</source>
            <translation>der Inhalt hat den Digest {} und nicht {}</translation>
        </message>
        <message>
            <source>The default of {} names this stage, and line {} uses it for something else.</source>
            <translation>Der Vorgabewert von {} nennt diese Stufe, und Zeile {} verwendet ihn für etwas anderes.</translation>
        </message>
        <message>
            <source>The destination /{} is no directory, and {} is one.</source>
            <translation>Das Ziel /{} ist kein Verzeichnis, {} aber ist eines.</translation>
        </message>
        <message>
            <source>the disk is full: cannot {}; free some space and try again</source>
            <translation>Der Datenträger ist voll: {} ist nicht möglich. Schaffen Sie Platz und versuchen Sie es noch einmal</translation>
        </message>
        <message>
            <source>The Dockerfile has no FROM. It names the image to start from, and everything but ARG comes after it.</source>
            <translation>Die Dockerfile hat kein FROM. Es nennt das Abbild, mit dem begonnen wird, und alles außer ARG kommt danach.</translation>
        </message>
        <message>
            <source>The Dockerfile is empty. It needs at least a FROM, which names the image to start from.</source>
            <translation>Die Dockerfile ist leer. Sie braucht mindestens ein FROM, das das Abbild nennt, mit dem begonnen wird.</translation>
        </message>
        <message>
            <source>The document is another one by now.</source>
            <translation>Das Dokument ist inzwischen ein anderes.</translation>
        </message>
        <message>
            <source>the empty image</source>
            <translation>das leere Abbild</translation>
        </message>
        <message>
            <source>The escape token must be ` or \, and this is {}.</source>
            <translation>Das Escape-Zeichen muss ` oder \ sein, und dies ist {}.</translation>
        </message>
        <message>
            <source>the file system of {} does not tell the types of files when listing (d_type), which overlay mounts need; set SLIPWAY_HOME to a folder on a local file system such as ext4, xfs or btrfs</source>
            <translation>das Dateisystem von {} nennt beim Auflisten nicht die Dateitypen (d_type), die Overlay-Mounts brauchen; setzen Sie SLIPWAY_HOME auf einen Ordner in einem lokalen Dateisystem wie ext4, xfs oder btrfs</translation>
        </message>
        <message>
            <source>the file system of {} keeps no user extended attributes, which overlay mounts need; set SLIPWAY_HOME to a folder on a local file system such as ext4, xfs or btrfs</source>
            <translation>das Dateisystem von {} speichert keine erweiterten Attribute (user.*), die Overlay-Mounts brauchen; setzen Sie SLIPWAY_HOME auf einen Ordner in einem lokalen Dateisystem wie ext4, xfs oder btrfs</translation>
        </message>
        <message>
            <source>The folder that this comes to.</source>
            <translation>Der Ordner, der sich daraus ergibt.</translation>
        </message>
        <message>
            <source>The format of label {} is one of {}, not {}.</source>
            <translation>Das Format des Labels {} ist eines von {}, nicht {}.</translation>
        </message>
        <message>
            <source>The format of label {} is one word.</source>
            <translation>Das Format des Labels {} ist ein einzelnes Wort.</translation>
        </message>
        <message>
            <source>The frontend {} is not the Dockerfile language that Slipway builds; `docker buildx build` runs other frontends.</source>
            <translation>Das Frontend {} ist nicht die Dockerfile-Sprache, die Slipway baut; `docker buildx build` führt andere Frontends aus.</translation>
        </message>
        <message>
            <source>the host&apos;s port {} is no port</source>
            <translation>der Port {} des Rechners ist kein Port</translation>
        </message>
        <message>
            <source>the image can&apos;t be recorded: its layer {} is not in the store</source>
            <translation>das Abbild lässt sich nicht eintragen: seine Schicht {} ist nicht im Speicher</translation>
        </message>
        <message>
            <source>the image has no group &quot;{}&quot;: its /etc/group does not name one</source>
            <translation>das Abbild hat keine Gruppe „{}“: seine /etc/group nennt keine solche</translation>
        </message>
        <message>
            <source>the image has no program &quot;{}&quot; that could be run ({})</source>
            <translation>das Abbild hat kein Programm „{}“, das ausgeführt werden könnte ({})</translation>
        </message>
        <message>
            <source>the image has no user &quot;{}&quot;: its /etc/passwd does not name one</source>
            <translation>das Abbild hat keinen Benutzer „{}“: seine /etc/passwd nennt keinen solchen</translation>
        </message>
        <message>
            <source>the image has {} layers, and Docker&apos;s limit is {}</source>
            <translation>das Abbild hat {} Schichten, und Dockers Grenze ist {}</translation>
        </message>
        <message>
            <source>the image name is empty</source>
            <translation>der Abbild-Name ist leer</translation>
        </message>
        <message>
            <source>The image that stands under this name was made for another platform, so its programs don&apos;t run here or run slowly. Pull it for this platform, or say with --platform which one you mean.</source>
            <translation>Das Abbild, das unter diesem Namen steht, wurde für eine andere Plattform gemacht; seine Programme laufen hier also nicht oder nur langsam. Holen Sie es für diese Plattform, oder sagen Sie mit --platform, welche Sie meinen.</translation>
        </message>
        <message>
            <source>The image was not kept.</source>
            <translation>Das Abbild wurde nicht gespeichert.</translation>
        </message>
        <message>
            <source>The image would have more than {} layers, which is Docker&apos;s limit: let some RUN, COPY or ADD do the work of several.</source>
            <translation>Das Abbild hätte mehr als {} Schichten, was Dockers Grenze ist: Lassen Sie ein RUN, COPY oder ADD die Arbeit von mehreren tun.</translation>
        </message>
        <message>
            <source>the image {}</source>
            <translation>dem Abbild {}</translation>
        </message>
        <message>
            <source>The image {} is not in the store for {}, and {}</source>
            <translation>Das Abbild {} ist für {} nicht im Speicher, und {}</translation>
        </message>
        <message>
            <source>The image {} is not in the store, and {}</source>
            <translation>Das Abbild {} ist nicht im Speicher, und {}</translation>
        </message>
        <message>
            <source>The image {} isn&apos;t here yet.</source>
            <translation>Das Abbild {} ist noch nicht hier.</translation>
        </message>
        <message>
            <source>The image {} isn&apos;t here.</source>
            <translation>Das Abbild {} ist nicht hier.</translation>
        </message>
        <message>
            <source>The image {} sets {}, so it can&apos;t be renamed here.</source>
            <translation>Das Abbild {} setzt {}, daher ist ein Umbenennen hier nicht möglich.</translation>
        </message>
        <message>
            <source>The image {} was pulled, but has nothing for {}.</source>
            <translation>Das Abbild {} wurde geholt, hat aber nichts für {}.</translation>
        </message>
        <message>
            <source>the image {} was removed while it was recorded; try again</source>
            <translation>das Abbild {} wurde entfernt, während es eingetragen wurde; versuchen Sie es noch einmal</translation>
        </message>
        <message>
            <source>the image&apos;s config (environment, labels, history) would be {} MB long; no more than 8 MB of it can be read again</source>
            <translation>die Konfiguration des Abbilds (Umgebung, Labels, Verlauf) wäre {} MB lang; mehr als 8 MB davon lassen sich nicht wieder lesen</translation>
        </message>
        <message>
            <source>the image&apos;s configuration</source>
            <translation>die Konfiguration des Abbilds</translation>
        </message>
        <message>
            <source>The image&apos;s USER is a number.</source>
            <translation>Das USER des Abbilds ist eine Nummer.</translation>
        </message>
        <message>
            <source>The image&apos;s user {} is a name: write its number</source>
            <translation>Der Benutzer {} des Abbilds ist ein Name: Schreiben Sie seine Nummer</translation>
        </message>
        <message>
            <source>The image&apos;s user {} may be a name: write its number</source>
            <translation>Der Benutzer {} des Abbilds kann ein Name sein: Schreiben Sie seine Nummer</translation>
        </message>
        <message>
            <source>The last USER of the stage is root: switch to another user at its end</source>
            <translation>Das letzte USER der Stufe ist root: Wechseln Sie an ihrem Ende zu einem anderen Benutzer</translation>
        </message>
        <message>
            <source>the layer has an entry that is no path: &quot;{}&quot;</source>
            <translation>die Schicht hat einen Eintrag, der kein Pfad ist: „{}“</translation>
        </message>
        <message>
            <source>the layer has entries in {}, which is not a folder in it</source>
            <translation>die Schicht hat Einträge in {}, das in ihr kein Ordner ist</translation>
        </message>
        <message>
            <source>the layer is larger than 1 TiB</source>
            <translation>die Schicht ist größer als 1 TiB</translation>
        </message>
        <message>
            <source>the layer links {} to {}, which is not in it</source>
            <translation>die Schicht verlinkt {} mit {}, das sie nicht enthält</translation>
        </message>
        <message>
            <source>The layer of a RUN holds no package manager&apos;s cache.</source>
            <translation>Die Schicht eines RUN enthält keinen Cache eines Paketverwalters.</translation>
        </message>
        <message>
            <source>the layer {} can&apos;t be recorded: its content is not in the store</source>
            <translation>die Schicht {} lässt sich nicht eintragen: ihr Inhalt ist nicht im Speicher</translation>
        </message>
        <message>
            <source>the layer {} is longer than it was when it came</source>
            <translation>die Schicht {} ist länger, als sie bei ihrer Ankunft war</translation>
        </message>
        <message>
            <source>the layer {} is missing in it</source>
            <translation>die Schicht {} fehlt darin</translation>
        </message>
        <message>
            <source>The layer {} is not in the store any more.</source>
            <translation>Die Schicht {} ist nicht mehr im Speicher.</translation>
        </message>
        <message>
            <source>the layer&apos;s content has the digest {} and not {}, as its image says</source>
            <translation>der Inhalt der Schicht hat den Digest {} und nicht {}, wie ihr Abbild angibt</translation>
        </message>
        <message>
            <source>the layer&apos;s tar ends before the content of {}</source>
            <translation>das Tar der Schicht endet vor dem Inhalt von {}</translation>
        </message>
        <message>
            <source>The lists below /var/lib/apt/lists are tens of megabytes that only apt-get install needs. Deleting them in a later RUN leaves them in the layer below: end the same RUN with rm -rf /var/lib/apt/lists/*, or mount a cache there, or one on /var/lib/apt and one on /var/cache/apt.</source>
            <translation>Die Listen unter /var/lib/apt/lists sind Dutzende Megabyte, die nur apt-get install braucht. Löscht man sie in einem späteren RUN, bleiben sie in der Schicht darunter: Beenden Sie dasselbe RUN mit rm -rf /var/lib/apt/lists/*, oder hängen Sie dort einen Cache ein, oder je einen an /var/lib/apt und /var/cache/apt.</translation>
        </message>
        <message>
            <source>the manifest</source>
            <translation>das Manifest</translation>
        </message>
        <message>
            <source>the manifest claims to be both an image and a list of images</source>
            <translation>das Manifest gibt sich zugleich als Abbild und als Liste von Abbildern aus</translation>
        </message>
        <message>
            <source>the manifest has a platform that is not an object</source>
            <translation>das Manifest hat eine Plattform, die kein Objekt ist</translation>
        </message>
        <message>
            <source>the manifest has no list &quot;{}&quot;</source>
            <translation>das Manifest hat keine Liste „{}“</translation>
        </message>
        <message>
            <source>the manifest is neither an image nor a list of images</source>
            <translation>das Manifest ist weder ein Abbild noch eine Liste von Abbildern</translation>
        </message>
        <message>
            <source>the manifest is not what its media type {} says</source>
            <translation>das Manifest ist nicht das, was sein Medientyp {} sagt</translation>
        </message>
        <message>
            <source>the manifest is of Docker&apos;s schema 1, which is no longer used; push the image again with a current tool</source>
            <translation>das Manifest ist nach Dockers Schema 1, das nicht mehr verwendet wird; übertragen Sie das Abbild noch einmal mit einem aktuellen Werkzeug</translation>
        </message>
        <message>
            <source>the manifest lists {} {}; at most {} are read</source>
            <translation>das Manifest hat unter „{1}“ {0} Einträge; höchstens {2} werden gelesen</translation>
        </message>
        <message>
            <source>the manifest that came has the digest {} and not {}</source>
            <translation>das empfangene Manifest hat den Digest {} und nicht {}</translation>
        </message>
        <message>
            <source>the manifest {} is missing in it</source>
            <translation>das Manifest {} fehlt darin</translation>
        </message>
        <message>
            <source>the mirror &quot;{}&quot; of {} is not a URL like http://127.0.0.1:5000</source>
            <translation>der Spiegel „{}“ von {} ist keine URL wie http://127.0.0.1:5000</translation>
        </message>
        <message>
            <source>the mirror &quot;{}&quot; of {} is reached over plain HTTP, which anyone on the way can change; use https, or list it as insecure in the settings</source>
            <translation>der Spiegel „{}“ von {} wird über unverschlüsseltes HTTP erreicht, das jeder auf dem Weg ändern kann; verwenden Sie https, oder führen Sie ihn in den Einstellungen unter &quot;insecure&quot; auf</translation>
        </message>
        <message>
            <source>The name {} means something else: choose another one</source>
            <translation>Der Name {} bedeutet etwas anderes: Wählen Sie einen anderen</translation>
        </message>
        <message>
            <source>The number of the group it belongs to.</source>
            <translation>Die Nummer der Gruppe, der es gehört.</translation>
        </message>
        <message>
            <source>The number of the user it belongs to.</source>
            <translation>Die Nummer des Benutzers, dem es gehört.</translation>
        </message>
        <message>
            <source>The operating system of the machine that builds, as linux. In a stage, ARG BUILDOS brings it in.</source>
            <translation>Das Betriebssystem des Rechners, der baut, etwa linux. In einer Stufe macht ARG BUILDOS es bekannt.</translation>
        </message>
        <message>
            <source>The operating system that the image is built for, as linux. In a stage, ARG TARGETOS brings it in.</source>
            <translation>Das Betriebssystem, für das das Abbild gebaut wird, etwa linux. In einer Stufe macht ARG TARGETOS es bekannt.</translation>
        </message>
        <message>
            <source>The operating system&apos;s version of the machine that builds; empty but on Windows.</source>
            <translation>Die Version des Betriebssystems des Rechners, der baut; außer unter Windows leer.</translation>
        </message>
        <message>
            <source>The operating system&apos;s version that the image is built for; empty but on Windows.</source>
            <translation>Die Version des Betriebssystems, für das das Abbild gebaut wird; außer unter Windows leer.</translation>
        </message>
        <message>
            <source>The options of this mount have a broken quote: {}.</source>
            <translation>Ein Anführungszeichen in den Optionen dieses Mounts ist fehlerhaft: {}.</translation>
        </message>
        <message>
            <source>The pattern {} has a &quot;\&quot; before something other than * ? \ / or }}.</source>
            <translation>Im Muster {} steht „\“ vor etwas anderem als * ? \ / oder }}.</translation>
        </message>
        <message>
            <source>the place of &quot;{}&quot; in the tar can&apos;t be told</source>
            <translation>die Stelle von „{}“ im tar-Archiv lässt sich nicht bestimmen</translation>
        </message>
        <message>
            <source>The platform of the machine that builds, as linux/amd64. FROM knows it; in a stage, ARG BUILDPLATFORM brings it in.</source>
            <translation>Die Plattform des Rechners, der baut, etwa linux/amd64. FROM kennt sie; in einer Stufe macht ARG BUILDPLATFORM sie bekannt.</translation>
        </message>
        <message>
            <source>The platform that the image is built for, as linux/arm64. FROM knows it; in a stage, ARG TARGETPLATFORM brings it in.</source>
            <translation>Die Plattform, für die das Abbild gebaut wird, etwa linux/arm64. FROM kennt sie; in einer Stufe macht ARG TARGETPLATFORM sie bekannt.</translation>
        </message>
        <message>
            <source>The problem is no longer there.</source>
            <translation>Das Problem gibt es nicht mehr.</translation>
        </message>
        <message>
            <source>the program slipway-worker, which runs the commands of a build, is not beside this one: install Slipway again</source>
            <translation>das Programm slipway-worker, das die Befehle eines Baus ausführt, liegt nicht neben diesem: Installieren Sie Slipway neu</translation>
        </message>
        <message>
            <source>The protocol in EXPOSE is in lower case.</source>
            <translation>Das Protokoll in EXPOSE steht in Kleinbuchstaben.</translation>
        </message>
        <message>
            <source>the protocol must be tcp, udp or sctp, not {}</source>
            <translation>das Protokoll muss tcp, udp oder sctp sein, nicht {}</translation>
        </message>
        <message>
            <source>the repository &quot;{}&quot; may have lower-case letters and digits only, joined by single &quot;.&quot;, &quot;_&quot;, &quot;__&quot; or &quot;-&quot;, in parts between &quot;/&quot;</source>
            <translation>das Repository „{}“ darf nur aus Kleinbuchstaben und Ziffern bestehen, verbunden durch einzelne „.“, „_“, „__“ oder „-“, in Teilen zwischen „/“</translation>
        </message>
        <message>
            <source>the repository &quot;{}&quot; must be in lower case</source>
            <translation>das Repository „{}“ muss kleingeschrieben sein</translation>
        </message>
        <message>
            <source>the repository&apos;s name is missing</source>
            <translation>der Name des Repositorys fehlt</translation>
        </message>
        <message>
            <source>the root of a layer must be a directory</source>
            <translation>die Wurzel einer Schicht muss ein Verzeichnis sein</translation>
        </message>
        <message>
            <source>The RUN before this one could do it, too: join them with &amp;&amp;</source>
            <translation>Das RUN davor könnte das auch tun: Verbinden Sie beide mit &amp;&amp;</translation>
        </message>
        <message>
            <source>The RUN that calls yarn install deletes yarn&apos;s cache.</source>
            <translation>Das RUN, das yarn install aufruft, löscht den Cache von yarn.</translation>
        </message>
        <message>
            <source>The RUN that fetches apt&apos;s lists deletes them.</source>
            <translation>Das RUN, das die Listen von apt holt, löscht sie auch.</translation>
        </message>
        <message>
            <source>The RUN that uses dnf deletes its cache.</source>
            <translation>Das RUN, das dnf benutzt, löscht dessen Cache.</translation>
        </message>
        <message>
            <source>The RUN that uses yum deletes its cache.</source>
            <translation>Das RUN, das yum benutzt, löscht dessen Cache.</translation>
        </message>
        <message>
            <source>The RUN that uses zypper deletes its cache.</source>
            <translation>Das RUN, das zypper benutzt, löscht dessen Cache.</translation>
        </message>
        <message>
            <source>The settings (label-schema) ask for the label because someone reads it: add it with LABEL. A stage that others copy from by its name, or on which one without a name is built that has the label, does without.</source>
            <translation>Die Einstellungen (label-schema) verlangen das Label, weil es jemand liest: Fügen Sie es mit LABEL hinzu. Eine Stufe, aus der andere unter ihrem Namen kopieren oder auf der eine Stufe ohne Namen beruht, die das Label hat, kommt ohne es aus.</translation>
        </message>
        <message>
            <source>The settings (label-schema) ask for the label because someone reads it: give it a value.</source>
            <translation>Die Einstellungen (label-schema) verlangen das Label, weil es jemand liest: Geben Sie ihm einen Wert.</translation>
        </message>
        <message>
            <source>The settings (label-schema) say what this label holds, so that programs can read it. A variable&apos;s value is not known here: for a label that is filled during the build the settings say text.</source>
            <translation>Die Einstellungen (label-schema) sagen, was dieses Label enthält, damit Programme es lesen können. Der Wert einer Variable ist hier nicht bekannt: Für ein Label, das beim Bau gefüllt wird, sagen die Einstellungen text.</translation>
        </message>
        <message>
            <source>the settings are not a JSON object</source>
            <translation>die Einstellungen sind kein JSON-Objekt</translation>
        </message>
        <message>
            <source>the settings are not valid JSON</source>
            <translation>die Einstellungen sind kein gültiges JSON</translation>
        </message>
        <message>
            <source>The settings say strict-labels: then every label stands in their label-schema. Add it there, or remove it here.</source>
            <translation>Die Einstellungen sagen strict-labels: Dann steht jedes Label in ihrem label-schema. Fügen Sie es dort hinzu, oder entfernen Sie es hier.</translation>
        </message>
        <message>
            <source>The stage has another {} in line {}, which does nothing: the last one counts</source>
            <translation>Die Stufe hat noch ein {} in Zeile {}, das nichts bewirkt: Das letzte zählt</translation>
        </message>
        <message>
            <source>The stage in line {} is named {}, too</source>
            <translation>Auch die Stufe in Zeile {} heißt {}</translation>
        </message>
        <message>
            <source>The stage of this number.</source>
            <translation>Die Stufe mit dieser Nummer.</translation>
        </message>
        <message>
            <source>The stage or image whose files are mounted, instead of the build context&apos;s.</source>
            <translation>Die Stufe oder das Abbild, deren Dateien statt derer des Build-Kontexts gemountet werden.</translation>
        </message>
        <message>
            <source>The stage that the build was asked for; default where none was named.</source>
            <translation>Die Stufe, die gebaut werden soll; default, wo keine genannt ist.</translation>
        </message>
        <message>
            <source>The step fails where it isn&apos;t given.</source>
            <translation>Der Schritt schlägt fehl, wenn es nicht mitgegeben wird.</translation>
        </message>
        <message>
            <source>the store has no blob {}</source>
            <translation>der Speicher hat keinen Blob {}</translation>
        </message>
        <message>
            <source>the store has no image {}</source>
            <translation>der Speicher hat kein Abbild {}</translation>
        </message>
        <message>
            <source>the store has no layer {}</source>
            <translation>der Speicher hat keine Schicht {}</translation>
        </message>
        <message>
            <source>the store {} belongs to user {} and this is user {}; set SLIPWAY_HOME to a folder of your own</source>
            <translation>der Speicher {} gehört Benutzer {}, und dies ist Benutzer {}; setzen Sie SLIPWAY_HOME auf einen eigenen Ordner</translation>
        </message>
        <message>
            <source>the store {} is not a folder</source>
            <translation>der Speicher {} ist kein Ordner</translation>
        </message>
        <message>
            <source>the store {} was made by a newer Slipway; use that one, or set SLIPWAY_HOME to another folder</source>
            <translation>der Speicher {} stammt von einem neueren Slipway; verwenden Sie dieses, oder setzen Sie SLIPWAY_HOME auf einen anderen Ordner</translation>
        </message>
        <message>
            <source>the store&apos;s index can&apos;t be used: {}</source>
            <translation>der Index des Speichers ist nicht verwendbar: {}</translation>
        </message>
        <message>
            <source>the store&apos;s index can&apos;t be written: {}</source>
            <translation>der Index des Speichers lässt sich nicht schreiben: {}</translation>
        </message>
        <message>
            <source>the store&apos;s index has lost its count of snapshots</source>
            <translation>der Index des Speichers hat seine Zählung der Snapshots verloren</translation>
        </message>
        <message>
            <source>the store&apos;s index is damaged ({}); move the store&apos;s folder away to begin a new one</source>
            <translation>der Index des Speichers ist beschädigt ({}); verschieben Sie den Ordner des Speichers, um einen neuen anzufangen</translation>
        </message>
        <message>
            <source>the store&apos;s index was made by a newer Slipway; use that one, or set SLIPWAY_HOME to another folder</source>
            <translation>der Index des Speichers stammt von einem neueren Slipway; verwenden Sie dieses, oder setzen Sie SLIPWAY_HOME auf einen anderen Ordner</translation>
        </message>
        <message>
            <source>the system lets no more folders be watched (fs.inotify.max_user_watches)</source>
            <translation>das System lässt keine weiteren Ordner beobachten (fs.inotify.max_user_watches)</translation>
        </message>
        <message>
            <source>the table of the layer {} can&apos;t be used: {}</source>
            <translation>das Inhaltsverzeichnis der Schicht {} ist nicht verwendbar: {}</translation>
        </message>
        <message>
            <source>the tag &quot;{}&quot; may have letters, digits, &quot;_&quot;, &quot;.&quot; and &quot;-&quot; only, must not begin with &quot;.&quot; or &quot;-&quot; and has at most 128 characters</source>
            <translation>der Tag „{}“ darf nur aus Buchstaben, Ziffern, „_“, „.“ und „-“ bestehen, nicht mit „.“ oder „-“ beginnen und höchstens 128 Zeichen haben</translation>
        </message>
        <message>
            <source>the tag after &quot;:&quot; is missing</source>
            <translation>der Tag hinter „:“ fehlt</translation>
        </message>
        <message>
            <source>The tag latest moves: name the tag of a release</source>
            <translation>Das Tag latest wandert: Nennen Sie das Tag einer bestimmten Version</translation>
        </message>
        <message>
            <source>the tar can&apos;t be read at &quot;{}&quot;: {}</source>
            <translation>das tar-Archiv lässt sich bei „{}“ nicht lesen: {}</translation>
        </message>
        <message>
            <source>the tar can&apos;t be read: {}</source>
            <translation>das tar-Archiv lässt sich nicht lesen: {}</translation>
        </message>
        <message>
            <source>the tar has a name of more than {} bytes</source>
            <translation>das tar-Archiv hat einen Namen von mehr als {} Bytes</translation>
        </message>
        <message>
            <source>the tar has an entry whose name can&apos;t be read</source>
            <translation>das tar-Archiv hat einen Eintrag, dessen Name sich nicht lesen lässt</translation>
        </message>
        <message>
            <source>the tar has more than {} entries</source>
            <translation>das tar-Archiv hat mehr als {} Einträge</translation>
        </message>
        <message>
            <source>the tar&apos;s entry &quot;{}&quot; would climb out of the root</source>
            <translation>der Eintrag „{}“ des tar-Archivs würde aus der Wurzel hinausführen</translation>
        </message>
        <message>
            <source>the tar&apos;s files come to more than {} bytes at &quot;{}&quot;</source>
            <translation>die Dateien des tar-Archivs umfassen bei „{1}“ mehr als {0} Bytes</translation>
        </message>
        <message>
            <source>the tar&apos;s root is not a directory</source>
            <translation>die Wurzel des tar-Archivs ist kein Verzeichnis</translation>
        </message>
        <message>
            <source>the transfer was canceled</source>
            <translation>die Übertragung wurde abgebrochen</translation>
        </message>
        <message>
            <source>the two ranges have different lengths</source>
            <translation>die beiden Bereiche sind verschieden lang</translation>
        </message>
        <message>
            <source>The variable that holds the secret, instead of a file.</source>
            <translation>Die Variable, die das Geheimnis statt einer Datei enthält.</translation>
        </message>
        <message>
            <source>The variant of the architecture that the image is built for, as v7; mostly empty.</source>
            <translation>Die Variante der Architektur, für die das Abbild gebaut wird, etwa v7; meist leer.</translation>
        </message>
        <message>
            <source>the worker and its caller don&apos;t understand each other</source>
            <translation>der Worker und das Programm, das ihn gestartet hat, verstehen einander nicht</translation>
        </message>
        <message>
            <source>the worker ended</source>
            <translation>der Worker wurde beendet</translation>
        </message>
        <message>
            <source>The worker gave no exit status.</source>
            <translation>Der Worker hat keinen Rückgabewert geliefert.</translation>
        </message>
        <message>
            <source>The worker gave no layer.</source>
            <translation>Der Worker hat keine Schicht geliefert.</translation>
        </message>
        <message>
            <source>the worker sent a reply to nothing</source>
            <translation>der Worker hat ungefragt geantwortet</translation>
        </message>
        <message>
            <source>the worker&apos;s process for this step ended with signal {}</source>
            <translation>der Prozess des Workers für diesen Schritt endete mit Signal {}</translation>
        </message>
        <message>
            <source>the worker&apos;s process for this step ended with status {}</source>
            <translation>der Prozess des Workers für diesen Schritt endete mit Status {}</translation>
        </message>
        <message>
            <source>the worker&apos;s reply has no digest</source>
            <translation>die Antwort des Workers hat keinen Digest</translation>
        </message>
        <message>
            <source>the worker, which runs the commands of a build, ended unexpectedly</source>
            <translation>der Worker, der die Befehle eines Baus ausführt, wurde unerwartet beendet</translation>
        </message>
        <message>
            <source>there is no &quot;/{}&quot;</source>
            <translation>„/{}“ gibt es nicht</translation>
        </message>
        <message>
            <source>There is no build context to copy {} from.</source>
            <translation>Es gibt keinen Build-Kontext, aus dem {} kopiert werden könnte.</translation>
        </message>
        <message>
            <source>There is no context to mount from.</source>
            <translation>Es gibt keinen Build-Kontext, aus dem eingehängt werden könnte.</translation>
        </message>
        <message>
            <source>There is no further file.</source>
            <translation>Es gibt keine weitere Datei.</translation>
        </message>
        <message>
            <source>There is no group {} in the image&apos;s /etc/group, which docker build would pass over without a word. Make it with a RUN above, or give a number.</source>
            <translation>Die Gruppe {} fehlt in /etc/group des Abbilds, worüber docker build wortlos hinwegginge. Legen Sie sie mit einem RUN darüber an oder geben Sie eine Nummer an.</translation>
        </message>
        <message>
            <source>There is no group {} in the image&apos;s /etc/group. Make it with a RUN above, or give a number.</source>
            <translation>Die Gruppe {} fehlt in /etc/group des Abbilds. Legen Sie sie mit einem RUN darüber an oder geben Sie eine Nummer an.</translation>
        </message>
        <message>
            <source>there is no host {}, or no network</source>
            <translation>es gibt keinen Host {} oder kein Netzwerk</translation>
        </message>
        <message>
            <source>there is no image &quot;{}&quot; in the store; build, pull or import it first</source>
            <translation>im Speicher ist kein Abbild „{}“; bauen, laden oder importieren Sie es zuerst</translation>
        </message>
        <message>
            <source>there is no image of &quot;{}&quot;; build that stage first</source>
            <translation>es gibt kein Abbild von „{}“; bauen Sie diese Stufe zuerst</translation>
        </message>
        <message>
            <source>there is no image with the tag {}</source>
            <translation>es gibt kein Abbild mit dem Tag {}</translation>
        </message>
        <message>
            <source>There is no image yet that an instruction could change: builders refuse the file.</source>
            <translation>Es gibt noch kein Abbild, das eine Anweisung ändern könnte: Builder lehnen die Datei ab.</translation>
        </message>
        <message>
            <source>There is no instruction in this file; a Dockerfile begins with FROM.</source>
            <translation>In dieser Datei steht keine Anweisung; eine Dockerfile beginnt mit FROM.</translation>
        </message>
        <message>
            <source>there is no memory for the store&apos;s index</source>
            <translation>für den Index des Speichers ist kein Arbeitsspeicher frei</translation>
        </message>
        <message>
            <source>there is no port</source>
            <translation>der Port fehlt</translation>
        </message>
        <message>
            <source>There is no port {}: the last one is 65535</source>
            <translation>Den Port {} gibt es nicht: Der letzte ist 65535</translation>
        </message>
        <message>
            <source>there is no registry to ask</source>
            <translation>es gibt keine Registry, die gefragt werden könnte</translation>
        </message>
        <message>
            <source>There is no stage and no variable here to rename.</source>
            <translation>Hier steht weder eine Stufe noch eine Variable, die sich umbenennen ließe.</translation>
        </message>
        <message>
            <source>There is no stage {} to build. Stages: {}.</source>
            <translation>Es gibt keine Stufe {}, die gebaut werden könnte. Stufen: {}.</translation>
        </message>
        <message>
            <source>There is no user {} in the image&apos;s /etc/passwd, which docker build would pass over without a word. Make it with a RUN above, or give a number.</source>
            <translation>Der Benutzer {} fehlt in /etc/passwd des Abbilds, worüber docker build wortlos hinwegginge. Legen Sie ihn mit einem RUN darüber an oder geben Sie eine Nummer an.</translation>
        </message>
        <message>
            <source>There is no user {} in the image&apos;s /etc/passwd. Make it with a RUN above, or give a number.</source>
            <translation>Der Benutzer {} fehlt in /etc/passwd des Abbilds. Legen Sie ihn mit einem RUN darüber an oder geben Sie eine Nummer an.</translation>
        </message>
        <message>
            <source>there is no {} to mount at {}</source>
            <translation>{} ist nicht da und kann nicht in {} eingehängt werden</translation>
        </message>
        <message>
            <source>there is none for {}, only for {}</source>
            <translation>es gibt keines für {}, nur für {}</translation>
        </message>
        <message>
            <source>there is none for {}; there are: {}</source>
            <translation>es gibt keines für {}; vorhanden sind: {}</translation>
        </message>
        <message>
            <source>This comment silences checks: make the exception in the settings</source>
            <translation>Dieser Kommentar bringt Prüfungen zum Schweigen: Machen Sie die Ausnahme in den Einstellungen</translation>
        </message>
        <message>
            <source>This device has a broken quote: {}.</source>
            <translation>Ein Anführungszeichen in diesem Gerät ist fehlerhaft: {}.</translation>
        </message>
        <message>
            <source>This device has no name; write vendor/class=name.</source>
            <translation>Dieses Gerät hat keinen Namen; schreiben Sie vendor/class=name.</translation>
        </message>
        <message>
            <source>This device has two names: {}.</source>
            <translation>Dieses Gerät hat zwei Namen: {}.</translation>
        </message>
        <message>
            <source>This is a stage&apos;s number; rename the stage where its name stands.</source>
            <translation>Das ist die Nummer einer Stufe; benennen Sie die Stufe dort um, wo ihr Name steht.</translation>
        </message>
        <message>
            <source>This is an unknown instruction: {}{}</source>
            <translation>Diese Anweisung ist unbekannt: {}{}</translation>
        </message>
        <message>
            <source>This is no event of a build: &quot;{}&quot;.</source>
            <translation>Das ist kein Ereignis eines Baus: „{}“.</translation>
        </message>
        <message>
            <source>This is no JSON array, so a shell gets it as it stands: put each word into double quotes, with commas between them</source>
            <translation>Das ist kein JSON-Array, also bekommt eine Shell es so, wie es dasteht: Setzen Sie jedes Wort in doppelte Anführungszeichen, mit Kommas dazwischen</translation>
        </message>
        <message>
            <source>This is no JSON array, so its words are taken for paths: put each word into double quotes, with commas between them</source>
            <translation>Das ist kein JSON-Array, also gelten seine Wörter als Pfade: Setzen Sie jedes Wort in doppelte Anführungszeichen, mit Kommas dazwischen</translation>
        </message>
        <message>
            <source>This is no YAML: {}.</source>
            <translation>Das ist kein YAML: {}.</translation>
        </message>
        <message>
            <source>this is not a seccomp profile: {}</source>
            <translation>das ist kein seccomp-Profil: {}</translation>
        </message>
        <message>
            <source>This line is longer than {} bytes, the most that BuildKit takes.</source>
            <translation>Diese Zeile ist länger als {} Bytes; mehr nimmt BuildKit nicht an.</translation>
        </message>
        <message>
            <source>This mount has no options; write --mount=type=cache,target=/path.</source>
            <translation>Dieser Mount hat keine Optionen; schreiben Sie --mount=type=cache,target=/path.</translation>
        </message>
        <message>
            <source>This stage uses both wget and curl: one of them is enough</source>
            <translation>Diese Stufe verwendet wget und curl: Eines davon reicht</translation>
        </message>
        <message>
            <source>This type of mount can&apos;t be built yet.</source>
            <translation>Diese Art von Mount kann noch nicht gebaut werden.</translation>
        </message>
        <message>
            <source>Time between two checks while the container starts; 5s without it.</source>
            <translation>Zeit zwischen zwei Prüfungen, während der Container startet; ohne Angabe 5s.</translation>
        </message>
        <message>
            <source>Time between two checks; 30s without it.</source>
            <translation>Zeit zwischen zwei Prüfungen; ohne Angabe 30s.</translation>
        </message>
        <message>
            <source>Too many levels of symbolic links</source>
            <translation>Zu viele Ebenen symbolischer Links</translation>
        </message>
        <message>
            <source>too many links on the way to {} in the image</source>
            <translation>zu viele Links auf dem Weg zu {} im Abbild</translation>
        </message>
        <message>
            <source>Too many open files</source>
            <translation>Zu viele offene Dateien</translation>
        </message>
        <message>
            <source>too many symbolic links on the way to &quot;/{}&quot;; they may lead in a circle</source>
            <translation>zu viele symbolische Links auf dem Weg nach „/{}“; vielleicht führen sie im Kreis</translation>
        </message>
        <message>
            <source>&quot;{}&quot; leads through too many symbolic links; they may lead in a circle</source>
            <translation>„{}“ führt über zu viele symbolische Links; vielleicht führen sie im Kreis</translation>
        </message>
        <message>
            <source>true or false</source>
            <translation>true oder false</translation>
        </message>
        <message>
            <source>Unexpected key &apos;{}&apos; for mount type &apos;{}&apos;.</source>
            <translation>Unerwarteter Schlüssel &apos;{}&apos; für die Mount-Art &apos;{}&apos;.</translation>
        </message>
        <message>
            <source>Unexpected key &apos;{}&apos; in &apos;{}&apos;.</source>
            <translation>Unerwarteter Schlüssel &apos;{}&apos; in &apos;{}&apos;.</translation>
        </message>
        <message>
            <source>Unexpected key &apos;{}&apos; in &apos;{}&apos;{}</source>
            <translation>Unerwarteter Schlüssel &apos;{}&apos; in &apos;{}&apos;{}</translation>
        </message>
        <message>
            <source>unknown reason</source>
            <translation>unbekannter Grund</translation>
        </message>
        <message>
            <source>Unknown type &quot;{}&quot; in HEALTHCHECK (try CMD)</source>
            <translation>Unbekannte Art „{}“ in HEALTHCHECK (versuchen Sie CMD)</translation>
        </message>
        <message>
            <source>Unsupported mount type &quot;{}&quot;{}</source>
            <translation>Mount-Art „{}“ gibt es nicht{}</translation>
        </message>
        <message>
            <source>Unsupported network mode &quot;{}&quot;; there are default, none and host.</source>
            <translation>Netzwerkmodus „{}“ gibt es nicht; es gibt default, none und host.</translation>
        </message>
        <message>
            <source>Unsupported sharing value &quot;{}&quot;; there are shared, private and locked.</source>
            <translation>„{}“ ist kein gültiger Wert für sharing; es gibt shared, private und locked.</translation>
        </message>
        <message>
            <source>Unterminated heredoc: no line holds just {} to end it.</source>
            <translation>Heredoc ohne Ende: Keine Zeile besteht nur aus {}, um es zu beenden.</translation>
        </message>
        <message>
            <source>Update in the RUN that installs</source>
            <translation>Im installierenden RUN aktualisieren</translation>
        </message>
        <message>
            <source>Usage of undefined variable &apos;${}&apos;</source>
            <translation>Die Variable &apos;${}&apos; wird verwendet, ist aber nicht definiert</translation>
        </message>
        <message>
            <source>Usage of undefined variable &apos;${}&apos; (did you mean ${}?)</source>
            <translation>Die Variable &apos;${}&apos; wird verwendet, ist aber nicht definiert (meinten Sie ${}?)</translation>
        </message>
        <message>
            <source>User</source>
            <translation>Benutzer</translation>
        </message>
        <message>
            <source>user</source>
            <translation>Benutzer</translation>
        </message>
        <message>
            <source>useradd makes a huge, sparse log for UID {}: add -l</source>
            <translation>useradd legt für die UID {} ein riesiges, fast leeres Protokoll an: Fügen Sie -l hinzu</translation>
        </message>
        <message>
            <source>useradd with a high number as UID has -l.</source>
            <translation>useradd mit einer hohen Zahl als UID hat -l.</translation>
        </message>
        <message>
            <source>useradd writes to /var/log/lastlog and faillog at a place that the UID gives: sparse on disk, but in a layer&apos;s archive a file of gigabytes. Add -l (--no-log-init), or choose a UID of five digits at most.</source>
            <translation>useradd schreibt in /var/log/lastlog und faillog an eine Stelle, die von der UID abhängt: auf dem Datenträger fast leer, im Archiv einer Schicht aber eine Datei von Gigabytes. Fügen Sie -l (--no-log-init) hinzu, oder wählen Sie eine UID mit höchstens fünf Ziffern.</translation>
        </message>
        <message>
            <source>Values of ARG and ENV stay in the image, its history and its cache, for everyone who has it. Use RUN --mount=type=secret, which leaves nothing behind.</source>
            <translation>Werte von ARG und ENV bleiben im Abbild, in seiner Historie und in seinem Cache, für alle, die es haben. Nehmen Sie RUN --mount=type=secret: Das hinterlässt nichts.</translation>
        </message>
        <message>
            <source>Variable **{}**, empty here, from image {}.</source>
            <translation>Variable **{}**, hier leer, aus dem Abbild {}.</translation>
        </message>
        <message>
            <source>Variable **{}**, empty here.</source>
            <translation>Variable **{}**, hier leer.</translation>
        </message>
        <message>
            <source>Variable **{}**, here {}, from image {}.</source>
            <translation>Variable **{}**, hier {}, aus dem Abbild {}.</translation>
        </message>
        <message>
            <source>Variable **{}**, here {}.</source>
            <translation>Variable **{}**, hier {}.</translation>
        </message>
        <message>
            <source>Variable **{}**, not set here, unless the base image does.</source>
            <translation>Variable **{}**, hier nicht gesetzt, es sei denn vom Basis-Abbild.</translation>
        </message>
        <message>
            <source>Variable **{}**, not set here.</source>
            <translation>Variable **{}**, hier nicht gesetzt.</translation>
        </message>
        <message>
            <source>Variables are defined before they are used.</source>
            <translation>Variablen sind definiert, bevor sie verwendet werden.</translation>
        </message>
        <message>
            <source>VOLUME specified can not be an empty string</source>
            <translation>Das angegebene VOLUME darf keine leere Zeichenkette sein</translation>
        </message>
        <message>
            <source>Volumes</source>
            <translation>Volumes</translation>
        </message>
        <message>
            <source>watch</source>
            <translation>Beobachten von</translation>
        </message>
        <message>
            <source>watch the worker&apos;s socket</source>
            <translation>Beobachten des Sockets des Workers</translation>
        </message>
        <message>
            <source>wget fills the build&apos;s log with its progress: add --progress=dot:giga, or -nv</source>
            <translation>wget füllt die Ausgabe des Baus mit seinem Fortschritt: Fügen Sie --progress=dot:giga oder -nv hinzu</translation>
        </message>
        <message>
            <source>wget shows its progress briefly, or not at all.</source>
            <translation>wget zeigt seinen Fortschritt knapp oder gar nicht.</translation>
        </message>
        <message>
            <source>What .dockerignore leaves out is not in the build context, so the build stops with &apos;not found&apos;. Take the pattern out of .dockerignore, or the file out of the instruction.</source>
            <translation>Was .dockerignore auslässt, ist nicht im Build-Kontext, also bricht der Bau mit &apos;not found&apos; ab. Nehmen Sie das Muster aus .dockerignore heraus oder die Datei aus der Anweisung.</translation>
        </message>
        <message>
            <source>What a package recommends is for a person at a desk, and often larger than the package itself. Add --no-install-recommends, and name what you do need.</source>
            <translation>Was ein Paket empfiehlt, ist für einen Menschen am Schreibtisch gedacht und oft größer als das Paket selbst. Fügen Sie --no-install-recommends hinzu, und nennen Sie, was Sie wirklich brauchen.</translation>
        </message>
        <message>
            <source>What breaks out of a process that runs as root is root outside, too. Switch to root for the steps that need it, and back to another user after them.</source>
            <translation>Was aus einem Prozess ausbricht, der als root läuft, ist auch draußen root. Wechseln Sie zu root für die Schritte, die es brauchen, und danach zurück zu einem anderen Benutzer.</translation>
        </message>
        <message>
            <source>What builds at the same time do: shared (write at once), private (one each), locked (wait).</source>
            <translation>Was gleichzeitige Bauvorgänge tun: shared (zugleich schreiben), private (jeder einen eigenen), locked (warten).</translation>
        </message>
        <message>
            <source>What fails before a pipe goes unnoticed: give the shell -o pipefail with SHELL</source>
            <translation>Was vor einer Pipe fehlschlägt, bleibt unbemerkt: Geben Sie der Shell mit SHELL -o pipefail mit</translation>
        </message>
        <message>
            <source>what follows &quot;@&quot; must be a digest: sha256: and 64 hex digits</source>
            <translation>auf „@“ muss ein Digest folgen: sha256: und 64 Hexadezimalziffern</translation>
        </message>
        <message>
            <source>What is mounted; bind where nothing is said.</source>
            <translation>Was gemountet wird; ohne Angabe bind.</translation>
        </message>
        <message>
            <source>What looks like a JSON array is one.</source>
            <translation>Was wie ein JSON-Array aussieht, ist eines.</translation>
        </message>
        <message>
            <source>What pip fetched and built stays below ~/.cache/pip in the layer, for an installation that never comes again. Add --no-cache-dir, set PIP_NO_CACHE_DIR, or mount a cache on /root/.cache/pip.</source>
            <translation>Was pip geholt und gebaut hat, bleibt unter ~/.cache/pip in der Schicht, für eine Installation, die nie wieder kommt. Fügen Sie --no-cache-dir hinzu, setzen Sie PIP_NO_CACHE_DIR, oder hängen Sie einen Cache an /root/.cache/pip ein.</translation>
        </message>
        <message>
            <source>What stands behind it counts at every depth: **/*.log, **/node_modules.</source>
            <translation>Was dahinter steht, gilt in jeder Tiefe: **/*.log, **/node_modules.</translation>
        </message>
        <message>
            <source>What the content of a URL, or the commit of a git repository, must be.</source>
            <translation>Was der Inhalt einer URL oder der Commit eines Git-Repositorys sein muss.</translation>
        </message>
        <message>
            <source>What the image&apos;s name comes to.</source>
            <translation>Was der Name des Abbilds ergibt.</translation>
        </message>
        <message>
            <source>When it was last built: {}.</source>
            <translation>Beim letzten Bau: {}.</translation>
        </message>
        <message>
            <source>Where a stage may be named these two mean something else, so the stage can&apos;t be reached.</source>
            <translation>Wo eine Stufe genannt werden kann, bedeuten diese beiden etwas anderes; die Stufe ist also nicht erreichbar.</translation>
        </message>
        <message>
            <source>Where a team decides together which checks count, an exception belongs into the settings, where all of them are seen. This check is off until a severity is given to it.</source>
            <translation>Wo ein Team gemeinsam entscheidet, welche Prüfungen zählen, gehört eine Ausnahme in die Einstellungen, wo alle zu sehen sind. Diese Prüfung ist aus, bis sie einen Schweregrad bekommt.</translation>
        </message>
        <message>
            <source>Where it appears for the command.</source>
            <translation>Wo es für den Befehl erscheint.</translation>
        </message>
        <message>
            <source>Whether an archive is unpacked. Without it local archives are, and downloaded ones aren&apos;t.</source>
            <translation>Ob ein Archiv entpackt wird. Ohne dieses Flag werden es lokale Archive, heruntergeladene nicht.</translation>
        </message>
        <message>
            <source>Whether the command runs with its usual bounds (sandbox) or without (insecure).</source>
            <translation>Ob der Befehl in seinen üblichen Grenzen läuft (sandbox) oder ohne sie (insecure).</translation>
        </message>
        <message>
            <source>Which address and port of the host a port is published on is said when a container is run (docker run -p), not in the image.</source>
            <translation>Unter welcher Adresse und welchem Port des Hosts ein Port veröffentlicht wird, sagt man beim Start eines Containers (docker run -p), nicht im Abbild.</translation>
        </message>
        <message>
            <source>Which build checks are left out (skip), whether findings fail the build (error), and which experimental ones are on.</source>
            <translation>Welche Build-Prüfungen entfallen (skip), ob Befunde den Bau scheitern lassen (error) und welche experimentellen eingeschaltet sind.</translation>
        </message>
        <message>
            <source>Which folder or file of its origin is mounted; the root where nothing is said.</source>
            <translation>Welcher Ordner oder welche Datei der Quelle gemountet wird; ohne Angabe deren Wurzel.</translation>
        </message>
        <message>
            <source>Which front end reads the file. docker/dockerfile is the Dockerfile language itself.</source>
            <translation>Welches Frontend die Datei liest. docker/dockerfile ist die Dockerfile-Sprache selbst.</translation>
        </message>
        <message>
            <source>Which network the command has: the usual one, none, or the host&apos;s.</source>
            <translation>Welches Netzwerk der Befehl hat: das übliche, keines oder das des Rechners.</translation>
        </message>
        <message>
            <source>Which of an image&apos;s platforms to use. Without it that of the target.</source>
            <translation>Welche der Plattformen eines Abbilds verwendet wird. Ohne dieses Flag die des Ziels.</translation>
        </message>
        <message>
            <source>Who builds without the argument gets an error about an empty or broken image name. Give the ARG a default that works.</source>
            <translation>Wer ohne das Argument baut, bekommt einen Fehler über einen leeren oder fehlerhaften Abbild-Namen. Geben Sie dem ARG einen Standardwert, der funktioniert.</translation>
        </message>
        <message>
            <source>Whoever can write to a registry decides what is in the images built on it. The settings name those that are trusted (trustedRegistries); without that list nothing is said.</source>
            <translation>Wer in eine Registry schreiben kann, entscheidet, was in den Abbildern ist, die auf ihren Abbildern beruhen. Die Einstellungen nennen die vertrauenswürdigen (trustedRegistries); ohne diese Liste wird nichts gemeldet.</translation>
        </message>
        <message>
            <source>With --no-cache apk fetches its index, uses it and keeps none of it, so neither --update nor deleting /var/cache/apk is needed. A cache mounted there does as well.</source>
            <translation>Mit --no-cache holt apk seinen Index, benutzt ihn und behält nichts davon; weder --update noch das Löschen von /var/cache/apk ist dann nötig. Ein Cache, der dort eingehängt ist, tut es auch.</translation>
        </message>
        <message>
            <source>With --platform the stage is the same on every machine and for every target, so the image can&apos;t be built for several platforms. Leave it out and say docker build --platform=…, or use $BUILDPLATFORM for tools that run during the build.</source>
            <translation>Mit --platform ist die Stufe auf jedem Rechner und für jedes Ziel dieselbe, das Abbild kann also nicht für mehrere Plattformen gebaut werden. Lassen Sie es weg und sagen Sie docker build --platform=…, oder nehmen Sie $BUILDPLATFORM für Werkzeuge, die während des Baus laufen.</translation>
        </message>
        <message>
            <source>Without a tag it is :latest, which is another image next month: the build that worked then fails, or makes something else. Write a tag, or a digest.</source>
            <translation>Ohne Tag ist es :latest, und das ist nächsten Monat ein anderes Abbild: Der Bau, der funktioniert hat, schlägt dann fehl oder ergibt etwas anderes. Schreiben Sie ein Tag oder einen Digest.</translation>
        </message>
        <message>
            <source>Without a version the same Dockerfile installs something else next month, and a build that worked breaks with nothing changed. Write package=version; a pattern such as 1.2.* takes fixes and no more.</source>
            <translation>Ohne Version installiert dieselbe Dockerfile nächsten Monat etwas anderes, und ein Bau, der funktioniert hat, bricht, ohne dass sich etwas geändert hätte. Schreiben Sie Paket=Version; ein Muster wie 1.2.* nimmt Korrekturen und sonst nichts.</translation>
        </message>
        <message>
            <source>Without a version the same Dockerfile installs something else next month. Write gem:version, or give --version.</source>
            <translation>Ohne Version installiert dieselbe Dockerfile nächsten Monat etwas anderes. Schreiben Sie Gem:Version, oder geben Sie --version an.</translation>
        </message>
        <message>
            <source>Without a version the same Dockerfile installs something else next month. Write package-version, of a module module:stream.</source>
            <translation>Ohne Version installiert dieselbe Dockerfile nächsten Monat etwas anderes. Schreiben Sie Paket-Version, bei einem Modul Modul:Stream.</translation>
        </message>
        <message>
            <source>Without a version the same Dockerfile installs something else next month. Write package==version, or keep versions in a requirements or constraints file.</source>
            <translation>Ohne Version installiert dieselbe Dockerfile nächsten Monat etwas anderes. Schreiben Sie Paket==Version, oder halten Sie die Versionen in einer Requirements- oder Constraints-Datei fest.</translation>
        </message>
        <message>
            <source>Without a version the same Dockerfile installs something else next month. Write package=version, or package~version to take what only fixes it. A bound such as &apos;package&lt;2&apos; is taken for a choice.</source>
            <translation>Ohne Version installiert dieselbe Dockerfile nächsten Monat etwas anderes. Schreiben Sie Paket=Version, oder Paket~Version, um auch Korrekturen dieser Version zu nehmen. Eine Grenze wie &apos;Paket&lt;2&apos; gilt als gewollt.</translation>
        </message>
        <message>
            <source>Without a version the same Dockerfile installs something else next month. Write package=version.</source>
            <translation>Ohne Version installiert dieselbe Dockerfile nächsten Monat etwas anderes. Schreiben Sie Paket=Version.</translation>
        </message>
        <message>
            <source>Without a version the same Dockerfile installs something else next month. Write package@version, or keep versions in package.json with its lock file and use npm ci; of a repository name a tag or commit behind #.</source>
            <translation>Ohne Version installiert dieselbe Dockerfile nächsten Monat etwas anderes. Schreiben Sie Paket@Version, oder halten Sie die Versionen in package.json und der zugehörigen Lock-Datei fest und nehmen Sie npm ci; von einem Repository nennen Sie hinter # ein Tag oder einen Commit.</translation>
        </message>
        <message>
            <source>Without a version, or with @latest, the same Dockerfile builds something else next month. Write module@version.</source>
            <translation>Ohne Version oder mit @latest baut dieselbe Dockerfile nächsten Monat etwas anderes. Schreiben Sie Modul@Version.</translation>
        </message>
        <message>
            <source>Without one the file lands below whatever the base image has as its working directory, and moves when the base changes. Set WORKDIR, or write the whole path.</source>
            <translation>Ohne WORKDIR landet die Datei unter dem, was das Basis-Abbild gerade als Arbeitsordner hat, und wandert mit, wenn es sich ändert. Setzen Sie WORKDIR, oder schreiben Sie den ganzen Pfad.</translation>
        </message>
        <message>
            <source>WORKDIR changes the directory, not cd.</source>
            <translation>WORKDIR wechselt den Ordner, nicht cd.</translation>
        </message>
        <message>
            <source>WORKDIR is absolute.</source>
            <translation>WORKDIR ist absolut.</translation>
        </message>
        <message>
            <source>WORKDIR {} is relative: give the whole path, from / on</source>
            <translation>WORKDIR {} ist relativ: Geben Sie den ganzen Pfad an, von / an</translation>
        </message>
        <message>
            <source>working directory</source>
            <translation>Arbeitsverzeichnis</translation>
        </message>
        <message>
            <source>write</source>
            <translation>Schreiben von</translation>
        </message>
        <message>
            <source>Write a LABEL instead</source>
            <translation>Stattdessen ein LABEL schreiben</translation>
        </message>
        <message>
            <source>Write an equals sign</source>
            <translation>Ein Gleichheitszeichen schreiben</translation>
        </message>
        <message>
            <source>Write COPY</source>
            <translation>COPY schreiben</translation>
        </message>
        <message>
            <source>Write double quotes</source>
            <translation>Doppelte Anführungszeichen schreiben</translation>
        </message>
        <message>
            <source>write into</source>
            <translation>Schreiben in</translation>
        </message>
        <message>
            <source>Write it as shellcheck says</source>
            <translation>Schreiben, wie shellcheck es vorschlägt</translation>
        </message>
        <message>
            <source>Write LABEL org.opencontainers.image.authors=… instead: tools read that.</source>
            <translation>Schreiben Sie stattdessen LABEL org.opencontainers.image.authors=…: Das lesen Werkzeuge.</translation>
        </message>
        <message>
            <source>Write SHELL instead</source>
            <translation>Stattdessen SHELL schreiben</translation>
        </message>
        <message>
            <source>Write tcp, udp or sctp.</source>
            <translation>Schreiben Sie tcp, udp oder sctp.</translation>
        </message>
        <message>
            <source>write the archive</source>
            <translation>Schreiben des Archivs</translation>
        </message>
        <message>
            <source>write the blob</source>
            <translation>Schreiben des Blobs</translation>
        </message>
        <message>
            <source>Write the command as a JSON array</source>
            <translation>Den Befehl als JSON-Array schreiben</translation>
        </message>
        <message>
            <source>Write the command of {} as a JSON array</source>
            <translation>Schreiben Sie den Befehl von {} als JSON-Array</translation>
        </message>
        <message>
            <source>write the layer into the store</source>
            <translation>Schreiben der Schicht in den Speicher</translation>
        </message>
        <message>
            <source>write the settings</source>
            <translation>Schreiben der Einstellungen</translation>
        </message>
        <message>
            <source>write the store&apos;s index</source>
            <translation>Schreiben in den Index des Speichers</translation>
        </message>
        <message>
            <source>Write WORKDIR {}</source>
            <translation>WORKDIR {} schreiben</translation>
        </message>
        <message>
            <source>Write {}</source>
            <translation>{} schreiben</translation>
        </message>
        <message>
            <source>Writes /{} again, which a step above had written: {} of it stay in the image unseen</source>
            <translation>Schreibt /{} noch einmal, das ein früherer Schritt geschrieben hatte: {} davon bleiben ungesehen im Abbild</translation>
        </message>
        <message>
            <source>Writes /{} again, which a step above had written: {} of it stay in the image unseen; their content is the same: set owner and mode where they are copied</source>
            <translation>Schreibt /{} noch einmal, das ein früherer Schritt geschrieben hatte: {} davon bleiben ungesehen im Abbild; der Inhalt ist derselbe: Setzen Sie Eigentümer und Rechte dort, wo kopiert wird</translation>
        </message>
        <message>
            <source>Writes {} files again that steps above had written: {} stay in the image unseen, the largest is /{}</source>
            <translation>Schreibt {} Dateien noch einmal, die frühere Schritte geschrieben hatten: {} bleiben ungesehen im Abbild, die größte ist /{}</translation>
        </message>
        <message>
            <source>Writes {} files again that steps above had written: {} stay in the image unseen, the largest is /{}; their content is the same: set owner and mode where they are copied</source>
            <translation>Schreibt {} Dateien noch einmal, die frühere Schritte geschrieben hatten: {} bleiben ungesehen im Abbild, die größte ist /{}; ihr Inhalt ist derselbe: Setzen Sie Eigentümer und Rechte dort, wo kopiert wird</translation>
        </message>
        <message>
            <source>yarn keeps a copy of all that it fetched, and a later RUN can&apos;t take it out of the layer. End the same RUN with yarn cache clean, or mount a cache on /root/.cache/yarn.</source>
            <translation>yarn behält eine Kopie von allem, was es geholt hat, und ein späteres RUN bekommt sie nicht mehr aus der Schicht heraus. Beenden Sie dasselbe RUN mit yarn cache clean, oder hängen Sie einen Cache an /root/.cache/yarn ein.</translation>
        </message>
        <message>
            <source>yarn&apos;s cache stays in the layer: end this RUN with yarn cache clean</source>
            <translation>Der Cache von yarn bleibt in der Schicht: Beenden Sie dieses RUN mit yarn cache clean</translation>
        </message>
        <message>
            <source>yum install doesn&apos;t ask.</source>
            <translation>yum install fragt nicht nach.</translation>
        </message>
        <message>
            <source>yum install names each package&apos;s version.</source>
            <translation>yum install nennt von jedem Paket die Version.</translation>
        </message>
        <message>
            <source>yum&apos;s cache stays in the layer: end this RUN with yum clean all</source>
            <translation>Der Cache von yum bleibt in der Schicht: Beenden Sie dieses RUN mit yum clean all</translation>
        </message>
        <message>
            <source>zypper dist-upgrade makes another distribution of the base: name a newer one in FROM</source>
            <translation>zypper dist-upgrade macht aus dem Basis-Abbild eine andere Distribution: Nennen Sie in FROM ein neueres</translation>
        </message>
        <message>
            <source>zypper doesn&apos;t ask.</source>
            <translation>zypper fragt nicht nach.</translation>
        </message>
        <message>
            <source>zypper doesn&apos;t upgrade the distribution.</source>
            <translation>zypper hebt die Distribution nicht auf eine neue Version.</translation>
        </message>
        <message>
            <source>zypper install names each package&apos;s version.</source>
            <translation>zypper install nennt von jedem Paket die Version.</translation>
        </message>
        <message>
            <source>zypper {} asks before it goes on, and nobody answers: add -y</source>
            <translation>zypper {} fragt nach, bevor es weitergeht, und niemand antwortet: Fügen Sie -y hinzu</translation>
        </message>
        <message>
            <source>zypper&apos;s cache stays in the layer: end this RUN with zypper clean</source>
            <translation>Der Cache von zypper bleibt in der Schicht: Beenden Sie dieses RUN mit zypper clean</translation>
        </message>
        <message>
            <source>{0} adds {1} in whatever version there is: name one, {1}{2}</source>
            <translation>{0} fügt {1} in irgendeiner vorhandenen Version hinzu: Nennen Sie eine, {1}{2}</translation>
        </message>
        <message>
            <source>{0} installs {1} in whatever version there is: name one, {1}{2}</source>
            <translation>{0} installiert {1} in irgendeiner vorhandenen Version: Nennen Sie eine, {1}{2}</translation>
        </message>
        <message>
            <source>{0} leaves nothing out of the context: it counts for the topmost folder alone; **/{0} leaves out 1 file below</source>
            <translation>{0} lässt im Kontext nichts aus: Das gilt nur für den obersten Ordner; **/{0} lässt darunter 1 Datei aus</translation>
        </message>
        <message>
            <source>{0} leaves nothing out of the context: it counts for the topmost folder alone; **/{0} leaves out {1} files below</source>
            <translation>{0} lässt im Kontext nichts aus: Das gilt nur für den obersten Ordner; **/{0} lässt darunter {1} Dateien aus</translation>
        </message>
        <message>
            <source>{0} takes no version of {1}: name one, {1}@&lt;version&gt;</source>
            <translation>{0} nimmt keine Version von {1}: Nennen Sie eine, {1}@&lt;Version&gt;</translation>
        </message>
        <message>
            <source>{0} takes {1} in whatever version there is: name one, {1}{2}</source>
            <translation>{0} nimmt {1} in irgendeiner vorhandenen Version: Nennen Sie eine, {1}{2}</translation>
        </message>
        <message>
            <source>{0}&apos;s cache stays in the layer: end this RUN with {0} clean all</source>
            <translation>Der Cache von {0} bleibt in der Schicht: Beenden Sie dieses RUN mit {0} clean all</translation>
        </message>
        <message>
            <source>{} (it says: {})</source>
            <translation>{} (Antwort der Registry: {})</translation>
        </message>
        <message>
            <source>{} ({} more like it here)</source>
            <translation>{} (hier noch {} dieser Art)</translation>
        </message>
        <message>
            <source>{} adds what {} stands for, whose versions nothing here tells: write &lt;package&gt;{}</source>
            <translation>{} fügt hinzu, wofür {} steht, und nichts hier nennt davon die Versionen: Schreiben Sie &lt;Paket&gt;{}</translation>
        </message>
        <message>
            <source>{} and {}</source>
            <translation>{} und {}</translation>
        </message>
        <message>
            <source>{} answers with status {} for {}</source>
            <translation>{} antwortet mit Status {} auf die Frage nach {}</translation>
        </message>
        <message>
            <source>{} as {}</source>
            <translation>{} als {}</translation>
        </message>
        <message>
            <source>{} asks for a token from an address that can&apos;t be used</source>
            <translation>{} verlangt ein Token von einer unbrauchbaren Adresse</translation>
        </message>
        <message>
            <source>{} broke the connection off</source>
            <translation>{} hat die Verbindung abgebrochen</translation>
        </message>
        <message>
            <source>{} can&apos;t be built by Slipway&apos;s own engine yet; `docker buildx build` can.</source>
            <translation>{} kann Slipways eigene Engine noch nicht bauen; `docker buildx build` kann es.</translation>
        </message>
        <message>
            <source>{} can&apos;t be used: {}</source>
            <translation>{} ist nicht verwendbar: {}</translation>
        </message>
        <message>
            <source>{} can&apos;t stand in ONBUILD</source>
            <translation>{} kann nicht in ONBUILD stehen</translation>
        </message>
        <message>
            <source>{} cannot accept a heredoc as a destination: {}.</source>
            <translation>{} kann kein Heredoc als Ziel nehmen: {}.</translation>
        </message>
        <message>
            <source>{} changed while it was saved</source>
            <translation>{} hat sich beim Sichern geändert</translation>
        </message>
        <message>
            <source>{} denies access to {}</source>
            <translation>{} verweigert den Zugriff auf {}</translation>
        </message>
        <message>
            <source>{} did not map the subordinate ids of /etc/subuid and /etc/subgid: it must be setuid root (or have cap_setuid), as the package uidmap installs it</source>
            <translation>{} hat die untergeordneten IDs aus /etc/subuid und /etc/subgid nicht zugeordnet: Das Programm muss setuid root sein (oder cap_setuid haben), wie es das Paket uidmap installiert</translation>
        </message>
        <message>
            <source>{} does not answer as a registry</source>
            <translation>{} antwortet nicht wie eine Registry</translation>
        </message>
        <message>
            <source>{} gives no list of tags for {}</source>
            <translation>{} gibt keine Liste der Tags von {}</translation>
        </message>
        <message>
            <source>{} gives no token for {}</source>
            <translation>{} gibt kein Token für {}</translation>
        </message>
        <message>
            <source>{} has a sha512 digest; only sha256 digests are supported</source>
            <translation>{} hat einen sha512-Digest; nur sha256-Digests werden unterstützt</translation>
        </message>
        <message>
            <source>{} has an unknown flag: {}; it takes none.</source>
            <translation>{} hat ein unbekanntes Flag: {}; es nimmt keine.</translation>
        </message>
        <message>
            <source>{} has an unknown flag: {}{}</source>
            <translation>{} hat ein unbekanntes Flag: {}{}</translation>
        </message>
        <message>
            <source>{} names no variable; write NAME=VALUE.</source>
            <translation>{} nennt keine Variable; schreiben Sie NAME=WERT.</translation>
        </message>
        <message>
            <source>{} has no address; write NAME:ADDRESS, with an IP address or host-gateway.</source>
            <translation>{} hat keine Adresse; schreiben Sie NAME:ADRESSE, mit einer IP-Adresse oder host-gateway.</translation>
        </message>
        <message>
            <source>{} has no tags</source>
            <translation>{} hat keine Tags</translation>
        </message>
        <message>
            <source>{} has no valid digest</source>
            <translation>{} hat keinen gültigen Digest</translation>
        </message>
        <message>
            <source>{} has no valid size</source>
            <translation>{} hat keine gültige Größe</translation>
        </message>
        <message>
            <source>{} has no {}</source>
            <translation>{} hat {} nicht</translation>
        </message>
        <message>
            <source>{} installs what {} stands for, whose versions nothing here tells: write &lt;package&gt;{}</source>
            <translation>{} installiert, wofür {} steht, und nichts hier nennt davon die Versionen: Schreiben Sie &lt;Paket&gt;{}</translation>
        </message>
        <message>
            <source>{} is a file in the image, and a folder can&apos;t be mounted there</source>
            <translation>{} ist im Abbild eine Datei, und ein Ordner kann dort nicht eingehängt werden</translation>
        </message>
        <message>
            <source>{} is a folder in the image, and a file can&apos;t be mounted there</source>
            <translation>{} ist im Abbild ein Ordner, und eine Datei kann dort nicht eingehängt werden</translation>
        </message>
        <message>
            <source>{} is a list: a line &quot;- …&quot; for each.</source>
            <translation>{} ist eine Liste: je Eintrag eine Zeile &quot;- …&quot;.</translation>
        </message>
        <message>
            <source>{} is a name that Docker gives a meaning.</source>
            <translation>{} ist ein Name, dem Docker eine Bedeutung gibt.</translation>
        </message>
        <message>
            <source>{} is a name that Docker gives, so it can&apos;t be another.</source>
            <translation>{} ist ein Name, den Docker vorgibt, und kann daher kein anderer sein.</translation>
        </message>
        <message>
            <source>{} is being asked</source>
            <translation>{} wird gefragt</translation>
        </message>
        <message>
            <source>{} is mounted as a part of the folder above it: mount a cache on it alone</source>
            <translation>{} ist als Teil des Ordners darüber eingehängt: Hängen Sie einen Cache nur dort ein</translation>
        </message>
        <message>
            <source>{} is nested deeper than {} levels</source>
            <translation>{} ist tiefer als {} Ebenen verschachtelt</translation>
        </message>
        <message>
            <source>{} is no IP address</source>
            <translation>{} ist keine IP-Adresse</translation>
        </message>
        <message>
            <source>{} is no mode: use octal digits up to 7777, or u+x and the like.</source>
            <translation>{} ist kein Modus: Verwenden Sie Oktalziffern bis 7777 oder u+x und dergleichen.</translation>
        </message>
        <message>
            <source>{} is no substitution; there are :- - :+ + :? ? # ## % %% / and //.</source>
            <translation>{} ist keine Ersetzung; es gibt :- - :+ + :? ? # ## % %% / und //.</translation>
        </message>
        <message>
            <source>{} is not a descriptor</source>
            <translation>{} ist kein Deskriptor</translation>
        </message>
        <message>
            <source>{} is not a JSON object</source>
            <translation>{} ist kein JSON-Objekt</translation>
        </message>
        <message>
            <source>{} is not in the build context.</source>
            <translation>{} ist nicht im Build-Kontext.</translation>
        </message>
        <message>
            <source>{} is not in {}.</source>
            <translation>{} ist nicht in {} vorhanden.</translation>
        </message>
        <message>
            <source>{} is not valid JSON</source>
            <translation>{} ist kein gültiges JSON</translation>
        </message>
        <message>
            <source>{} is set already by the stage that this one stands on.</source>
            <translation>{} wird schon von der Stufe gesetzt, auf der diese steht.</translation>
        </message>
        <message>
            <source>{} is true or false.</source>
            <translation>{} ist true oder false.</translation>
        </message>
        <message>
            <source>{} is unpacked in line {}: ADD unpacks an archive as it copies it</source>
            <translation>{} wird in Zeile {} entpackt: ADD entpackt ein Archiv schon beim Kopieren</translation>
        </message>
        <message>
            <source>{} is used already, in line {}.</source>
            <translation>{} wird schon verwendet, in Zeile {}.</translation>
        </message>
        <message>
            <source>{} is {} bytes long; at most {} are read</source>
            <translation>{} ist {} Bytes lang; höchstens {} werden gelesen</translation>
        </message>
        <message>
            <source>{} isn&apos;t allowed as an ONBUILD trigger</source>
            <translation>{} ist als Anweisung von ONBUILD nicht erlaubt</translation>
        </message>
        <message>
            <source>{} leaves nothing out of the context</source>
            <translation>{} lässt im Kontext nichts aus</translation>
        </message>
        <message>
            <source>{} less in the image</source>
            <translation>{} weniger im Abbild</translation>
        </message>
        <message>
            <source>{} more steps rebuild</source>
            <translation>{} weitere Schritte werden neu gebaut</translation>
        </message>
        <message>
            <source>{} must have two arguments: a name and a value.</source>
            <translation>{} braucht zwei Argumente: einen Namen und einen Wert.</translation>
        </message>
        <message>
            <source>{} names a stage that stands below, at line {}; only stages above can be used. Move it up.</source>
            <translation>{} nennt eine Stufe, die darunter steht, in Zeile {}; nur Stufen darüber lassen sich verwenden. Verschieben Sie sie nach oben.</translation>
        </message>
        <message>
            <source>{} names can not be blank</source>
            <translation>Namen bei {} dürfen nicht leer sein</translation>
        </message>
        <message>
            <source>{} names no host; write NAME:ADDRESS.</source>
            <translation>{} nennt keinen Rechner; schreiben Sie NAME:ADRESSE.</translation>
        </message>
        <message>
            <source>{} names the stage it stands in; only stages above can be used.</source>
            <translation>{} nennt die Stufe, in der es steht; nur Stufen darüber lassen sich verwenden.</translation>
        </message>
        <message>
            <source>{} not allowed for &quot;{}&quot; type mounts.</source>
            <translation>{} ist bei Mounts der Art „{}“ nicht erlaubt.</translation>
        </message>
        <message>
            <source>{} refuses connections: no registry runs there</source>
            <translation>{} lehnt Verbindungen ab: Dort läuft keine Registry</translation>
        </message>
        <message>
            <source>{} requires at least one argument</source>
            <translation>{} braucht mindestens ein Argument</translation>
        </message>
        <message>
            <source>{} requires at least two arguments, but only one was provided. Destination could not be determined.</source>
            <translation>{} braucht mindestens zwei Argumente, angegeben ist nur eines. Das Ziel lässt sich nicht bestimmen.</translation>
        </message>
        <message>
            <source>{} requires at least two arguments.</source>
            <translation>{} braucht mindestens zwei Argumente.</translation>
        </message>
        <message>
            <source>{} requires exactly one argument</source>
            <translation>{} braucht genau ein Argument</translation>
        </message>
        <message>
            <source>{} sends us from address to address without end</source>
            <translation>{} verweist endlos von Adresse zu Adresse</translation>
        </message>
        <message>
            <source>{} sends us from https to plain http, to {}</source>
            <translation>{} verweist von https auf unverschlüsseltes http, an {}</translation>
        </message>
        <message>
            <source>{} sends us to an address that can&apos;t be used</source>
            <translation>{} verweist auf eine unbrauchbare Adresse</translation>
        </message>
        <message>
            <source>{} sounds like a secret, and would stay in the image</source>
            <translation>{} klingt nach einem Geheimnis und bliebe im Abbild</translation>
        </message>
        <message>
            <source>{} speaks HTTP, not HTTPS: where you trust all that lies between, name it under &quot;insecure&quot; in Slipway&apos;s settings</source>
            <translation>{} spricht HTTP, nicht HTTPS: Wenn Sie allem vertrauen, was dazwischen liegt, führen Sie den Host in den Einstellungen von Slipway unter &quot;insecure&quot; auf</translation>
        </message>
        <message>
            <source>{} stands before the first FROM; only ARG may.</source>
            <translation>{} steht vor dem ersten FROM; das darf nur ARG.</translation>
        </message>
        <message>
            <source>{} steps fewer to rebuild</source>
            <translation>{} Schritte weniger werden neu gebaut</translation>
        </message>
        <message>
            <source>{} takes no more requests for now</source>
            <translation>{} nimmt zurzeit keine Anfragen mehr an</translation>
        </message>
        <message>
            <source>{} takes no more requests for now; try again in {} s</source>
            <translation>{} nimmt zurzeit keine Anfragen mehr an; versuchen Sie es in {} s noch einmal</translation>
        </message>
        <message>
            <source>{} takes skip=…, experimental=… and error=true, with ; between them, and not &quot;{}&quot;.</source>
            <translation>{} nimmt skip=…, experimental=… und error=true, mit ; dazwischen, und nicht „{}“.</translation>
        </message>
        <message>
            <source>{} takes what {} stands for, whose versions nothing here tells: write &lt;package&gt;{}</source>
            <translation>{} nimmt, wofür {} steht, und nichts hier nennt davon die Versionen: Schreiben Sie &lt;Paket&gt;{}</translation>
        </message>
        <message>
            <source>{} unpacked</source>
            <translation>{} entpackt</translation>
        </message>
        <message>
            <source>{} unpacked, {} compressed</source>
            <translation>{} entpackt, {} komprimiert</translation>
        </message>
        <message>
            <source>{} wants a password over plain HTTP</source>
            <translation>{} verlangt ein Passwort über unverschlüsseltes HTTP</translation>
        </message>
        <message>
            <source>{} wants credentials for {} (or has no such repository); log in with docker login</source>
            <translation>{} verlangt Zugangsdaten für {} (oder hat kein solches Repository); melden Sie sich mit docker login an</translation>
        </message>
        <message>
            <source>{} wants credentials other than those in Docker&apos;s config.json for {} (or has no such repository); log in with docker login</source>
            <translation>{} verlangt für {} andere Zugangsdaten als die in Dockers config.json (oder hat kein solches Repository); melden Sie sich mit docker login an</translation>
        </message>
        <message>
            <source>{} wants the password sent to {} over plain HTTP, where anyone on the way can read it</source>
            <translation>{} verlangt, dass das Passwort über unverschlüsseltes HTTP an {} gesendet wird, wo jeder auf dem Weg es lesen kann</translation>
        </message>
        <message>
            <source>{} What stands behind a blank is a reason.</source>
            <translation>{} Was hinter einem Leerzeichen steht, ist eine Begründung.</translation>
        </message>
        <message>
            <source>{} {} asks before it installs, and nobody answers: add -y</source>
            <translation>{} {} fragt vor dem Installieren nach, und niemand antwortet: Fügen Sie -y hinzu</translation>
        </message>
        <message>
            <source>{}, a part of Slipway, can&apos;t be used: {}</source>
            <translation>{}, ein Teil von Slipway, lässt sich nicht verwenden: {}</translation>
        </message>
        <message>
            <source>{}, a part of Slipway, is missing beside the program; install Slipway again</source>
            <translation>{}, ein Teil von Slipway, fehlt neben dem Programm; installieren Sie Slipway neu</translation>
        </message>
        <message>
            <source>{}, made in line {}</source>
            <translation>{}, in Zeile {} angelegt</translation>
        </message>
        <message>
            <source>{}, mode {}, owner {}</source>
            <translation>{}, Rechte {}, Eigentümer {}</translation>
        </message>
        <message>
            <source>{}, read-only</source>
            <translation>{}, nur lesbar</translation>
        </message>
        <message>
            <source>{}, writable</source>
            <translation>{}, beschreibbar</translation>
        </message>
        <message>
            <source>{}. Choose this to ask again.</source>
            <translation>{}. Wählen Sie dies, um erneut zu fragen.</translation>
        </message>
        <message>
            <source>{}. The stage above is named {}: stage names are in lower case.</source>
            <translation>{}. Die Stufe darüber heißt {}: Namen von Stufen sind kleingeschrieben.</translation>
        </message>
        <message>
            <source>{}: error is true or false, and not &quot;{}&quot;.</source>
            <translation>{}: error ist true oder false und nicht „{}“.</translation>
        </message>
        <message>
            <source>{}: is not allowed to be empty</source>
            <translation>{}: darf nicht leer sein</translation>
        </message>
        <message>
            <source>{}: is not allowed to be unset</source>
            <translation>{}: muss gesetzt sein</translation>
        </message>
        <message>
            <source>{}: there is no stage with that number.</source>
            <translation>{}: Es gibt keine Stufe mit dieser Nummer.</translation>
        </message>
        <message>
            <source>{}: variables don&apos;t work here. Name a stage, made with `FROM $NAME AS stage` from an ARG above the first FROM.</source>
            <translation>{}: Variablen gelten hier nicht. Nennen Sie eine Stufe, die mit `FROM $NAME AS stage` aus einem ARG über dem ersten FROM entsteht.</translation>
        </message>
        <message>
            <source>{}; before, from its mirror: {}</source>
            <translation>{}; zuvor, vom Spiegel: {}</translation>
        </message>
        <message>
            <source>{}; root needs CAP_SYS_ADMIN for that</source>
            <translation>{}; root braucht dafür CAP_SYS_ADMIN</translation>
        </message>
        <message>
            <source>{}; the kernel must allow user namespaces (sysctl user.max_user_namespaces, and kernel.unprivileged_userns_clone or kernel.apparmor_restrict_unprivileged_userns where they exist)</source>
            <translation>{}; der Kernel muss User-Namespaces erlauben (sysctl user.max_user_namespaces und, wo es sie gibt, kernel.unprivileged_userns_clone oder kernel.apparmor_restrict_unprivileged_userns)</translation>
        </message>
    </context>
</TS>
