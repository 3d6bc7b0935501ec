<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>flux_desktop</name>
    <message>
        <location filename="../../flux_desktop/providers/onemin/provider.py"/>
        <source> (record {id})</source>
        <translation> (Eintrag {id})</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/code/saving.py"/>
        <location filename="../../flux_desktop/ui/dialogs/code.py"/>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/keys_editor.py"/>
        <source> and </source>
        <comment>between two commands</comment>
        <translation> und </translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/onemin/provider.py"/>
        <source> as {path} (record {id})</source>
        <translation> als {path} (Eintrag {id})</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/storage_page.py"/>
        <source> GB</source>
        <translation> GB</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/settings.py"/>
        <source> megapixels</source>
        <translation> Megapixel</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/command_tree.py"/>
        <location filename="../../flux_desktop/ui/manual/book.py"/>
        <source> or </source>
        <comment>between two keys</comment>
        <translation> oder </translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/references/crop_dialog.py"/>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/extend_strip.py"/>
        <location filename="../../flux_desktop/ui/canvas/tool_adjust.py"/>
        <location filename="../../flux_desktop/ui/canvas/tool_options.py"/>
        <source> px</source>
        <comment>after a number of pixels</comment>
        <translation> px</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/lumenfall/models.py"/>
        <source>$0.001 a megapixel in and out</source>
        <translation>0,001 $ je Megapixel hinein und heraus</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/lumenfall/models.py"/>
        <source>$0.005 a megapixel</source>
        <translation>0,005 $ je Megapixel</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/lumenfall/models.py"/>
        <source>$0.010 a megapixel in and out</source>
        <translation>0,010 $ je Megapixel hinein und heraus</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/eachlabs/models.py"/>
        <source>$0.014 for the first megapixel of each picture, $0.001 for each further one</source>
        <translation>0,014 $ für das erste Megapixel jedes Bildes, 0,001 $ für jedes weitere</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/lumenfall/models.py"/>
        <source>$0.030 for the first megapixel, $0.015 for each further</source>
        <translation>0,030 $ für das erste Megapixel, 0,015 $ für jedes weitere</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/lumenfall/models.py"/>
        <source>$0.030 for the first megapixel, $0.015 for each further, in or out</source>
        <translation>0,030 $ für das erste Megapixel, 0,015 $ für jedes weitere, hinein oder heraus</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/lumenfall/models.py"/>
        <source>$0.070 for the first megapixel, $0.030 for each further</source>
        <translation>0,070 $ für das erste Megapixel, 0,030 $ für jedes weitere</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/lumenfall/models.py"/>
        <source>$0.070 for the first megapixel, $0.030 for each further, in or out</source>
        <translation>0,070 $ für das erste Megapixel, 0,030 $ für jedes weitere, hinein oder heraus</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/price.py"/>
        <location filename="../../flux_desktop/ui/dialogs/money_page.py"/>
        <location filename="../../flux_desktop/ui/dialogs/provider_parts.py"/>
        <source>${amount}</source>
        <comment>US dollars</comment>
        <translation>{amount} $</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/wording.py"/>
        <source>%Y-%m-%d</source>
        <comment>a date, as of strftime</comment>
        <translation>%d.%m.%Y</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/wording.py"/>
        <source>%Y-%m-%d %H:%M:%S</source>
        <comment>a date and a time, as of strftime</comment>
        <translation>%d.%m.%Y %H:%M:%S</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>&amp;100 %</source>
        <translation>&amp;100 %</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>&amp;200 %</source>
        <translation>&amp;200 %</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>&amp;About Flux Desktop</source>
        <translation>&amp;Über Flux Desktop</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>&amp;Browse for a Palette…</source>
        <translation>&amp;Palette importieren…</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>&amp;Brush</source>
        <translation>&amp;Pinsel</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>&amp;Close Picture</source>
        <translation>Bild &amp;schließen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>&amp;Copy Picture</source>
        <translation>Bild &amp;kopieren</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>&amp;Deselect</source>
        <translation>Bereich auf&amp;heben</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/menus.py"/>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>&amp;Ellipse</source>
        <translation>&amp;Ellipse</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>&amp;Erase…</source>
        <translation>&amp;Entfernen…</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren…</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>&amp;Feather…</source>
        <translation>Weiche &amp;Kante…</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/menus.py"/>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>&amp;Find a Command…</source>
        <translation>&amp;Befehl suchen…</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>&amp;Fit in Window</source>
        <translation>Ins &amp;Fenster einpassen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>&amp;Frame of What Is Sent</source>
        <translation>Rah&amp;men des Gesendeten</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>&amp;Go to the Prompt</source>
        <translation>&amp;Zum Prompt</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>&amp;Grow or Shrink…</source>
        <translation>&amp;Vergrößern oder verkleinern…</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>&amp;Hand</source>
        <translation>&amp;Hand</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/menus.py"/>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>&amp;History</source>
        <translation>Verla&amp;uf</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>&amp;Import a Tree…</source>
        <translation>Baum &amp;importieren…</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>&amp;Info Line</source>
        <translation>&amp;Infozeile</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>&amp;Invert</source>
        <translation>&amp;Umkehren</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>&amp;Keep the Original's Detail</source>
        <translation>&amp;Details des Originals behalten</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>&amp;Keyboard and Mouse</source>
        <translation>&amp;Tastatur und Maus</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>&amp;Lasso</source>
        <translation>&amp;Lasso</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>&amp;Load a Mask…</source>
        <translation>Maske &amp;laden…</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>&amp;Loupe</source>
        <translation>&amp;Lupe</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>&amp;Manual</source>
        <translation>&amp;Handbuch</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>&amp;Navigator</source>
        <translation>&amp;Navigator</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>&amp;Next Panel</source>
        <translation>&amp;Nächster Bereich</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>&amp;Next Result</source>
        <translation>&amp;Nächstes Ergebnis</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <location filename="../../flux_desktop/ui/parts/empty_state.py"/>
        <source>&amp;Open…</source>
        <translation>&amp;Öffnen…</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>&amp;Outline, Tint or Nothing</source>
        <translation>Umriss, &amp;Tönung oder nichts</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>&amp;Parameters</source>
        <translation>&amp;Parameter</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/parts/empty_state.py"/>
        <source>&amp;Paste</source>
        <translation>E&amp;infügen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>&amp;Paste Picture</source>
        <translation>Bild &amp;einfügen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>&amp;Polygon</source>
        <translation>&amp;Vieleck</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>&amp;Queue</source>
        <translation>&amp;Warteschlange</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>&amp;Rectangle</source>
        <translation>&amp;Rechteck</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>&amp;Reset Layout</source>
        <translation>An&amp;ordnung zurücksetzen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>&amp;Reset the Frame</source>
        <translation>&amp;Rahmen zurücksetzen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/menus.py"/>
        <source>&amp;Result</source>
        <translation>&amp;Ergebnis</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>&amp;Run</source>
        <translation>A&amp;usführen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>&amp;Save the Mask…</source>
        <translation>&amp;Maske speichern…</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>&amp;Settings…</source>
        <translation>Einste&amp;llungen…</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>&amp;Smaller Brush</source>
        <translation>&amp;Kleinerer Pinsel</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>&amp;Tools</source>
        <translation>&amp;Werkzeuge</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/parts/empty_state.py"/>
        <source>&amp;Try the sample</source>
        <translation>Beispiel an&amp;sehen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>&amp;Turn the Divider</source>
        <translation>Trennlinie &amp;drehen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>&amp;Vary with New Seeds…</source>
        <translation>Mit neuen Seeds &amp;variieren…</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/menus.py"/>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>&amp;What Can I Write?</source>
        <translation>&amp;Was kann ich schreiben?</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>&amp;What Is Sent…</source>
        <translation>Was &amp;gesendet wird…</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>&amp;Whole Picture</source>
        <translation>&amp;Ganzes Bild</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/messages/view.py"/>
        <source>+{n} more</source>
        <translation>+{n} weitere</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/prompt/price_tag.py"/>
        <source>1 megapixel</source>
        <translation>1 Megapixel</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/sdcpp/provider.py"/>
        <source>1. Get the program. Unpack a release for your system from
   https://github.com/leejet/stable-diffusion.cpp/releases (sd-server is in it).
2. Put three files beside it:
   the model, flux-2-klein-4b-Q4_0.gguf, 2.5 GB, from
   https://huggingface.co/leejet/FLUX.2-klein-4B-GGUF
   its text encoder, Qwen3-4B-Q4_K_M.gguf, 2.5 GB, from
   https://huggingface.co/unsloth/Qwen3-4B-GGUF
   its decoder, full_encoder_small_decoder.safetensors, 0.2 GB, from
   https://huggingface.co/black-forest-labs/FLUX.2-small-decoder
3. Start it in that folder, and leave it running:
   sd-server --diffusion-model flux-2-klein-4b-Q4_0.gguf --llm Qwen3-4B-Q4_K_M.gguf --vae full_encoder_small_decoder.safetensors --cfg-scale 1.0 --steps 4 --diffusion-fa --offload-to-cpu
4. Choose Test here, then Refresh models: the menu then follows what the server runs.

It listens on this computer alone. A graphics card with 6 GB is enough; without one an edit takes minutes.
</source>
        <translation>1. Holen Sie das Programm. Entpacken Sie eine Version für Ihr System von
   https://github.com/leejet/stable-diffusion.cpp/releases (sd-server ist darin).
2. Legen Sie drei Dateien daneben:
   das Modell, flux-2-klein-4b-Q4_0.gguf, 2,5 GB, von
   https://huggingface.co/leejet/FLUX.2-klein-4B-GGUF
   seinen Text-Encoder, Qwen3-4B-Q4_K_M.gguf, 2,5 GB, von
   https://huggingface.co/unsloth/Qwen3-4B-GGUF
   seinen Decoder, full_encoder_small_decoder.safetensors, 0,2 GB, von
   https://huggingface.co/black-forest-labs/FLUX.2-small-decoder
3. Starten Sie es in diesem Ordner, und lassen Sie es laufen:
   sd-server --diffusion-model flux-2-klein-4b-Q4_0.gguf --llm Qwen3-4B-Q4_K_M.gguf --vae full_encoder_small_decoder.safetensors --cfg-scale 1.0 --steps 4 --diffusion-fa --offload-to-cpu
4. Wählen Sie hier „Testen“, dann „Modelle aktualisieren“: Das Menü folgt dann dem, was der Server ausführt.

Er ist nur auf diesem Rechner zu erreichen. Eine Grafikkarte mit 6 GB genügt; ohne sie dauert eine Bearbeitung Minuten.
</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/lumenfall/sizes.py"/>
        <source>1024x768, a ratio such as 16:9, or auto</source>
        <translation>1024x768, ein Verhältnis wie 16:9, oder auto</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/depth.py"/>
        <source>12 bits a channel were reduced to 8.</source>
        <translation>12 Bit je Kanal wurden auf 8 verringert.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/depth.py"/>
        <source>16 bits a channel were reduced to 8.</source>
        <translation>16 Bit je Kanal wurden auf 8 verringert.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/onemin/provider.py"/>
        <source>1min.ai accepts the key. To find out, a picture of one pixel was stored among your assets there.</source>
        <translation>1min.ai nimmt den Schlüssel an. Um das zu erfahren, wurde ein Bild von einem Pixel bei Ihren Dateien dort abgelegt.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/onemin/provider.py"/>
        <source>1min.ai answered before the picture was made (status {status}).</source>
        <translation>1min.ai hat geantwortet, bevor das Bild gemacht war (Status {status}).</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/onemin/provider.py"/>
        <source>1min.ai answered without a record of the edit.</source>
        <translation>1min.ai hat ohne Eintrag zur Bearbeitung geantwortet.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/onemin/provider.py"/>
        <source>1min.ai answered without a result.</source>
        <translation>1min.ai hat ohne Ergebnis geantwortet.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/onemin/models.py"/>
        <source>1min.ai credits</source>
        <translation>Credits von 1min.ai</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/onemin/provider.py"/>
        <source>1min.ai did not make the picture (status {status})</source>
        <translation>1min.ai hat das Bild nicht gemacht (Status {status})</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/onemin/models.py"/>
        <source>1min.ai does not publish how many credits an edit takes.</source>
        <translation>1min.ai veröffentlicht nicht, wie viele Credits eine Bearbeitung kostet.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/onemin/provider.py"/>
        <source>1min.ai finds {megabytes} too large: the picture is made smaller.</source>
        <translation>1min.ai findet {megabytes} zu groß: Das Bild wird verkleinert.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/onemin/models.py"/>
        <source>1min.ai gives 28 of 1–50 steps as the default for edits, though FLUX.2 [klein] is made for 4.</source>
        <translation>1min.ai gibt 28 von 1–50 Schritten als Vorgabe für Bearbeitungen an, obwohl FLUX.2 [klein] für 4 gemacht ist.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/onemin/models.py"/>
        <source>1min.ai has no guidance for FLUX.2 [klein].</source>
        <translation>1min.ai hat für FLUX.2 [klein] keine Guidance.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/onemin/models.py"/>
        <source>1min.ai has no strength for FLUX.2 [klein]; FLUX.2 [dev] has one.</source>
        <translation>1min.ai hat für FLUX.2 [klein] keine Stärke; FLUX.2 [dev] hat eine.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/onemin/provider.py"/>
        <source>1min.ai made the picture but gave no link to it.</source>
        <translation>1min.ai hat das Bild gemacht, aber keinen Link dazu gegeben.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/onemin/provider.py"/>
        <source>1min.ai refused it: {why}.</source>
        <translation>1min.ai hat es abgelehnt: {why}.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/onemin/models.py"/>
        <source>1min.ai sets the amount of pixels of this model itself.</source>
        <translation>1min.ai legt die Zahl der Pixel dieses Modells selbst fest.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/onemin/models.py"/>
        <source>1min.ai takes a shape and megapixels, not exact pixels.</source>
        <translation>1min.ai nimmt eine Form und Megapixel, keine genauen Pixel.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/onemin/models.py"/>
        <source>1min.ai takes one picture an edit, the source.</source>
        <translation>1min.ai nimmt je Bearbeitung ein Bild, das Ausgangsbild.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/onemin/provider.py"/>
        <source>1min.ai took the picture but did not say where it is.</source>
        <translation>1min.ai hat das Bild angenommen, aber nicht gesagt, wo es liegt.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/depth.py"/>
        <source>32 bits a channel</source>
        <translation>32 Bit je Kanal</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/jobs.py"/>
        <source>`flux-desktop jobs` lists them.</source>
        <translation>`flux-desktop jobs` listet sie auf.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/vocabulary.py"/>
        <source>A brown-toned print.</source>
        <translation>Ein braun getonter Abzug.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/kinds.py"/>
        <source>a camera's raw file: develop it first</source>
        <translation>die Rohdatei einer Kamera: entwickeln Sie sie zuerst</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/kinds.py"/>
        <source>a compressed archive</source>
        <translation>ein gepacktes Archiv</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/kinds.py"/>
        <source>a database</source>
        <translation>eine Datenbank</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/vocabulary.py"/>
        <source>A few tones.</source>
        <translation>Wenige Töne.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/vocabulary.py"/>
        <source>A frame around the picture.</source>
        <translation>Ein Rahmen um das Bild.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/drop_zones.py"/>
        <source>A further picture for the prompt to point at</source>
        <translation>Ein weiteres Bild, auf das der Prompt verweisen kann</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/http/verdict.py"/>
        <source>a gateway lost the order on its way (HTTP {status})</source>
        <translation>Ein Gateway hat den Auftrag unterwegs verloren (HTTP {status})</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/lumenfall/provider.py"/>
        <source>A gateway to several providers: one key, their own prices, and another one when one fails.</source>
        <translation>Ein Gateway zu mehreren Anbietern: ein Schlüssel, deren eigene Preise, und ein anderer, wenn einer ausfällt.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/kinds.py"/>
        <source>a GIMP document</source>
        <translation>ein GIMP-Dokument</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/vocabulary.py"/>
        <source>A grey relief.</source>
        <translation>Ein graues Relief.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/prompt/help_panel.py"/>
        <source>A hex value beside the name of an object; three to five colours at most.</source>
        <translation>Ein Hexwert neben dem Namen eines Gegenstands; höchstens drei bis fünf Farben.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/kinds.py"/>
        <source>a JPEG 2000 picture, which cannot be opened yet</source>
        <translation>ein JPEG-2000-Bild, das sich noch nicht öffnen lässt</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/kinds.py"/>
        <source>a JPEG XL picture, which cannot be opened yet</source>
        <translation>ein JPEG-XL-Bild, das sich noch nicht öffnen lässt</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/kinds.py"/>
        <source>a JSON text</source>
        <translation>ein JSON-Text</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/providers_page.py"/>
        <source>A key is sent to its own provider and nowhere else. It is kept in the system's keychain, or for this session only; a key in the environment comes before both.</source>
        <translation>Ein Schlüssel wird an seinen Anbieter gesendet und sonst nirgendwohin. Er wird im Schlüsselbund des Systems aufbewahrt, oder nur für diese Sitzung; ein Schlüssel in der Umgebung hat vor beidem Vorrang.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>A list, tiles, or the tree of the open picture.</source>
        <translation>Eine Liste, Kacheln oder der Baum des geöffneten Bildes.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/addresses.py"/>
        <source>A name or a password in the address is not kept secret.</source>
        <translation>Ein Name oder ein Passwort in der Adresse bleibt nicht geheim.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/vocabulary.py"/>
        <source>A negative.</source>
        <translation>Ein Negativ.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/forecast.py"/>
        <source>a new one each run</source>
        <translation>bei jedem Lauf ein neuer</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/prompt/mode_bar.py"/>
        <source>A new picture, from words alone</source>
        <translation>Ein neues Bild, allein aus Worten</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/newer.py"/>
        <source>A newer version</source>
        <translation>Eine neuere Version</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/vocabulary.py"/>
        <source>A panchromatic print.</source>
        <translation>Ein panchromatischer Abzug.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/recipe_dialog.py"/>
        <source>a part of the picture only</source>
        <translation>nur ein Teil des Bildes</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/kinds.py"/>
        <source>a PDF document</source>
        <translation>ein PDF-Dokument</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/kinds.py"/>
        <source>a Photoshop document</source>
        <translation>ein Photoshop-Dokument</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/node_marks.py"/>
        <source>a picture</source>
        <translation>ein Bild</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/replicate/provider.py"/>
        <source>A picture stays among your files at Replicate, where it could not be removed; it expires by itself.</source>
        <translation>Ein Bild bleibt bei Ihren Dateien bei Replicate, wo es sich nicht entfernen ließ; es läuft von selbst ab.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/kinds.py"/>
        <source>a PostScript file</source>
        <translation>eine PostScript-Datei</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/settings.py"/>
        <source>A profile file</source>
        <translation>Eine Profildatei</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/kinds.py"/>
        <source>a program</source>
        <translation>ein Programm</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/layered/psd.py"/>
        <source>A PSD cannot be larger than 2 GB, and this picture would be.</source>
        <translation>Eine PSD-Datei kann nicht größer als 2 GB sein, und mit diesem Bild wäre sie es.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/kinds.py"/>
        <source>a Radiance HDR picture, which cannot be opened yet</source>
        <translation>ein Radiance-HDR-Bild, das sich noch nicht öffnen lässt</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/lumenfall/sizes.py"/>
        <source>a ratio such as 16:9</source>
        <translation>ein Verhältnis wie 16:9</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/recipe_files.py"/>
        <source>a recipe of {tool}</source>
        <translation>ein Rezept von {tool}</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/words.py"/>
        <source>a region was edited</source>
        <translation>ein Bildbereich wurde bearbeitet</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/node_marks.py"/>
        <source>a result</source>
        <translation>ein Ergebnis</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/sdcpp/models.py"/>
        <source>A server of your own has no filter.</source>
        <translation>Ein eigener Server hat keinen Filter.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/openai/provider.py"/>
        <source>A server that needs no key takes any word for one, e.g. OPENAI_API_KEY=none.</source>
        <translation>Ein Server, der keinen Schlüssel braucht, nimmt jedes Wort dafür, z. B. OPENAI_API_KEY=none.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/kinds.py"/>
        <source>a sound file</source>
        <translation>eine Tondatei</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/kinds.py"/>
        <source>a sound or video file</source>
        <translation>eine Ton- oder Videodatei</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/store/assets.py"/>
        <source>A stored picture cannot be removed</source>
        <translation>Ein aufbewahrtes Bild lässt sich nicht entfernen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/store/assets.py"/>
        <source>A stored picture has no valid name.</source>
        <translation>Ein aufbewahrtes Bild hat keinen gültigen Namen.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/store/assets.py"/>
        <source>A stored picture is damaged: {name}….</source>
        <translation>Ein aufbewahrtes Bild ist beschädigt: {name}….</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/store/assets.py"/>
        <source>A stored picture is missing: {name}….</source>
        <translation>Ein aufbewahrtes Bild fehlt: {name}….</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/vocabulary.py"/>
        <source>A stronger or softer tone curve.</source>
        <translation>Eine steilere oder weichere Gradation.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/kinds.py"/>
        <source>a text</source>
        <translation>ein Text</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/kinds.py"/>
        <source>a video</source>
        <translation>ein Video</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/vocabulary.py"/>
        <source>A wash of one colour.</source>
        <translation>Ein Hauch von einer Farbe.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/kinds.py"/>
        <source>a web page</source>
        <translation>eine Webseite</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/kinds.py"/>
        <source>a ZIP archive or an office document</source>
        <translation>ein ZIP-Archiv oder ein Office-Dokument</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/sheet/options.py"/>
        <source>A4, wide</source>
        <translation>A4, quer</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/replicate/models.py"/>
        <source>about $0.001 for each megapixel that goes in or comes out</source>
        <translation>etwa 0,001 $ für jedes Megapixel, das hinein- oder herausgeht</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/fal/models.py"/>
        <source>about ${each} for each megapixel</source>
        <translation>etwa {each} $ für jedes Megapixel</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/bfl/models.py"/>
        <location filename="../../flux_desktop/providers/fal/models.py"/>
        <source>about ${each} for each megapixel that goes in or comes out</source>
        <translation>etwa {each} $ für jedes Megapixel, das hinein- oder herausgeht</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/bfl/models.py"/>
        <location filename="../../flux_desktop/providers/fal/models.py"/>
        <source>about ${first} for the first megapixel, ${further} for each further one that goes in or comes out</source>
        <translation>etwa {first} $ für das erste Megapixel, {further} $ für jedes weitere, das hinein- oder herausgeht</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/about.py"/>
        <source>About Flux Desktop</source>
        <translation>Über Flux Desktop</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/system/update_news.py"/>
        <source>About it…</source>
        <translation>Mehr dazu…</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/key_question.py"/>
        <source>About this key</source>
        <translation>Über diesen Schlüssel</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/params/panel.py"/>
        <source>About this parameter</source>
        <translation>Über diesen Parameter</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/job.py"/>
        <location filename="../../flux_desktop/core/price.py"/>
        <location filename="../../flux_desktop/ui/dialogs/spending_model.py"/>
        <source>about {amount}</source>
        <translation>etwa {amount}</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/extend_strip.py"/>
        <source>Above</source>
        <translation>Oben</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/widget.py"/>
        <source>Above and below</source>
        <translation>Oben und unten</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/storage_page.py"/>
        <source>Above the budget the oldest results in the trash go by themselves, but none that is starred, was deleted within the last day or can be brought back by Undo. Nothing that is not in the trash is ever dropped.</source>
        <translation>Über dem Budget verschwinden die ältesten Ergebnisse im Papierkorb von selbst, aber keines, das einen Stern hat, am letzten Tag gelöscht wurde oder sich mit Rückgängig zurückholen lässt. Was nicht im Papierkorb liegt, wird nie entfernt.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/eachlabs/models.py"/>
        <location filename="../../flux_desktop/providers/fal/models.py"/>
        <source>Acceleration</source>
        <translation>Beschleunigung</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/templates.py"/>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/errors.py"/>
        <source>Add a key in Settings › Providers, or with `flux-desktop key set`.</source>
        <translation>Tragen Sie in Einstellungen › Anbieter einen Schlüssel ein, oder mit `flux-desktop key set`.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/key_capture.py"/>
        <source>Add a key…</source>
        <translation>Taste hinzufügen…</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/prompt/run_bar.py"/>
        <source>Add a key…</source>
        <comment>of a provider</comment>
        <translation>Schlüssel hinzufügen…</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/references/strip.py"/>
        <source>Add a picture that the prompt may point at</source>
        <translation>Ein Bild hinzufügen, auf das der Prompt verweisen kann</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/references/strip.py"/>
        <source>Add a reference image</source>
        <translation>Referenzbild hinzufügen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/base.py"/>
        <source>Add one in Settings › Providers, with `flux-desktop key set {provider}`, or in the environment as FLUX_DESKTOP_{upper}_KEY.</source>
        <translation>Tragen Sie einen in Einstellungen › Anbieter ein, mit `flux-desktop key set {provider}` oder in der Umgebung als FLUX_DESKTOP_{upper}_KEY.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>Add Re&amp;ference…</source>
        <translation>Re&amp;ferenz hinzufügen…</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/picture_in.py"/>
        <source>Add reference images</source>
        <translation>Referenzbilder hinzufügen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/eachlabs/provider.py"/>
        <source>Add them in Settings › Providers, or in the environment as FLUX_DESKTOP_EACHLABS_S3_ACCESS_KEY and FLUX_DESKTOP_EACHLABS_S3_SECRET_KEY.</source>
        <translation>Tragen Sie sie in Einstellungen › Anbieter ein, oder in der Umgebung als FLUX_DESKTOP_EACHLABS_S3_ACCESS_KEY und FLUX_DESKTOP_EACHLABS_S3_SECRET_KEY.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/tool_options.py"/>
        <source>Add to the region (also with Shift)</source>
        <translation>Zum Bereich hinzufügen (auch mit der Umschalttaste)</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/spending.py"/>
        <source>Added up</source>
        <translation>Summen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/assembly.py"/>
        <location filename="../../flux_desktop/ui/dialogs/provider_page.py"/>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/provider_parts.py"/>
        <source>Address of {provider}</source>
        <translation>Adresse von {provider}</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/extend_strip.py"/>
        <source>Adds as little as the shape needs, the same on both sides</source>
        <translation>Fügt so wenig hinzu, wie die Form braucht, auf beiden Seiten gleich viel</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/tuning_strip.py"/>
        <source>Adjust the comparison</source>
        <translation>Vergleich einstellen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/sheet/painting.py"/>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/changes.py"/>
        <source>Align</source>
        <translation>Ausrichten</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/menus.py"/>
        <source>Align with the picture before</source>
        <translation>Am Bild davor ausrichten</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/finish_strip.py"/>
        <source>Aligned</source>
        <translation>Ausgerichtet</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/words.py"/>
        <source>aligned</source>
        <translation>ausgerichtet</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/words.py"/>
        <source>aligned, colours matched</source>
        <translation>ausgerichtet, Farben angeglichen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/changes.py"/>
        <source>alignment</source>
        <translation>Ausrichtung</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/changes.py"/>
        <source>alignment and match of the colours</source>
        <translation>Ausrichtung und Angleichen der Farben</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/actions.py"/>
        <location filename="../../flux_desktop/ui/history/recipe_dialog.py"/>
        <source>All</source>
        <comment>settings</comment>
        <translation>Alle</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/actions.py"/>
        <location filename="../../flux_desktop/ui/history/recipe_dialog.py"/>
        <source>All but seed</source>
        <translation>Ohne Seed</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/colour.py"/>
        <source>All colours of {name} are chips already.</source>
        <translation>Alle Farben aus {name} sind schon unter dem Prompt zu finden.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/colour.py"/>
        <location filename="../../flux_desktop/ui/desk/picture_in.py"/>
        <location filename="../../flux_desktop/ui/desk/region_files.py"/>
        <location filename="../../flux_desktop/ui/desk/tree_files.py"/>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/settings.py"/>
        <location filename="../../flux_desktop/ui/history/header.py"/>
        <source>All pictures</source>
        <translation>Alle Bilder</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/spending.py"/>
        <source>All time</source>
        <translation>Gesamte Zeit</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/providers_page.py"/>
        <source>Allow keys in a plain file that is not protected</source>
        <translation>Schlüssel in einer einfachen Datei erlauben, die nicht geschützt ist</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/keymap.py"/>
        <source>Alt with this letter opens a menu: choose another key.</source>
        <translation>Alt mit diesem Buchstaben öffnet ein Menü: Wählen Sie eine andere Taste.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/keymap.py"/>
        <source>Alt+Up and Alt+Down bring earlier prompts back: choose another key.</source>
        <translation>Alt+Pfeil auf und Alt+Pfeil ab holen frühere Prompts zurück: Wählen Sie eine andere Taste.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <location filename="../../flux_desktop/ui/canvas/tuning_strip.py"/>
        <source>Amplified</source>
        <translation>Verstärkt</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/addresses.py"/>
        <source>An address elsewhere has to begin with https.</source>
        <translation>Eine Adresse anderswo muss mit https beginnen.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/recipe_files.py"/>
        <source>an edit keeps the shape of its picture.</source>
        <translation>eine Bearbeitung behält die Form ihres Bildes.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>An edit that goes beyond it is asked about first. In US dollars; 0: no limit.</source>
        <translation>Bei einer Bearbeitung, die darüber hinausgeht, wird zuerst gefragt. In US-Dollar; 0: keine Grenze.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>An edit that goes beyond it is refused: nothing is sent. In US dollars; 0: no limit.</source>
        <translation>Eine Bearbeitung, die darüber hinausgeht, wird abgelehnt: Nichts wird gesendet. In US-Dollar; 0: keine Grenze.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/kinds.py"/>
        <source>an icon file</source>
        <translation>eine Symboldatei</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/vocabulary.py"/>
        <source>An instant print.</source>
        <translation>Ein Sofortbild.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/kinds.py"/>
        <source>an OpenEXR picture, which cannot be opened yet</source>
        <translation>ein OpenEXR-Bild, das sich noch nicht öffnen lässt</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/kinds.py"/>
        <source>an SVG drawing: export it as PNG first</source>
        <translation>eine SVG-Zeichnung: exportieren Sie sie zuerst als PNG</translation>
    </message>
    <message numerus="yes">
        <location filename="../../flux_desktop/services/notices.py"/>
        <source>and {n} more</source>
        <extracomment>1: and {n} more</extracomment>
        <translation>
            <numerusform>und {n} weitere</numerusform>
            <numerusform>und {n} weitere</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../flux_desktop/store/owner.py"/>
        <source>Another process of the program cannot be looked up</source>
        <translation>Ein anderer Prozess des Programms lässt sich nicht nachschlagen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/store/database.py"/>
        <source>Another program holds it. Try again in a moment.</source>
        <translation>Ein anderes Programm hält sie fest. Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/offline/provider.py"/>
        <source>Another shape than the picture's crops it to the middle, before anything else.</source>
        <translation>Eine andere Form als die des Bildes schneidet es vor allem anderen auf die Mitte zu.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/app.py"/>
        <source>Another window on this library does not answer. This one works beside it.</source>
        <translation>Ein anderes Fenster an dieser Bibliothek antwortet nicht. Dieses arbeitet daneben.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/job.py"/>
        <source>Another window or command is already at this job.</source>
        <translation>Ein anderes Fenster oder ein anderer Befehl arbeitet schon an diesem Job.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/jobs.py"/>
        <source>Another window or command is at this job.</source>
        <translation>Ein anderes Fenster oder ein anderer Befehl arbeitet an diesem Job.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/filters.py"/>
        <source>Any</source>
        <translation>Beliebig</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/params.py"/>
        <source>any number</source>
        <translation>eine beliebige Zahl</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/lumenfall/models.py"/>
        <source>Any ratio, e.g. 16:9; it is matched to the nearest that the model has, which is shown before it is sent.</source>
        <translation>Ein beliebiges Verhältnis, z. B. 16:9; es wird das nächste genommen, das das Modell hat, und vor dem Senden gezeigt.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/extend_strip.py"/>
        <source>Any shape</source>
        <translation>Beliebig</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/params.py"/>
        <source>any text</source>
        <translation>ein beliebiger Text</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/filters.py"/>
        <source>Any time</source>
        <translation>Beliebig</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/hints.py"/>
        <source>Any two results can be compared. {compare_with} on the same one again ends it.</source>
        <translation>Zwei beliebige Ergebnisse lassen sich vergleichen. {compare_with} noch einmal auf demselben beendet es.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/keyboard.py"/>
        <source>Arrow keys on the divider</source>
        <translation>Pfeiltasten auf der Trennlinie</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/keyboard.py"/>
        <source>Arrow keys, Space+drag, middle drag</source>
        <translation>Pfeiltasten, Leertaste+Ziehen, mit der mittleren Taste ziehen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/vocabulary.py"/>
        <source>Art</source>
        <translation>Kunst</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/changes.py"/>
        <source>As a new result beside this one; nothing is sent, nothing costs</source>
        <translation>Als neues Ergebnis neben diesem; nichts wird gesendet, nichts kostet</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/vocabulary.py"/>
        <source>As if the camera moved sideways.</source>
        <translation>Als hätte sich die Kamera seitwärts bewegt.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/templates.py"/>
        <source>As it was</source>
        <translation>Wie ursprünglich</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/schemas.py"/>
        <source>As the host names it; see its documents.</source>
        <translation>Wie der Host es nennt; siehe seine Dokumentation.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/eachlabs/provider.py"/>
        <source>As the service names it, e.g. eu-central-1 or auto.</source>
        <translation>Wie der Dienst sie nennt, z. B. eu-central-1 oder auto.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/settings.py"/>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>Ask above, per day</source>
        <translation>Fragen ab, pro Tag</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>Ask above, per month</source>
        <translation>Fragen ab, pro Monat</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/provider_parts.py"/>
        <source>Ask again</source>
        <translation>Erneut fragen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/archive/reading.py"/>
        <source>Ask for the file again.</source>
        <translation>Bitten Sie noch einmal um die Datei.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>Ask once a day if there is a newer version. Nothing is sent but the question.</source>
        <translation>Einmal am Tag fragen, ob es eine neuere Version gibt. Gesendet wird nichts als die Frage.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/provider_parts.py"/>
        <source>Ask the provider what is left</source>
        <translation>Den Anbieter nach dem Guthaben fragen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/provider_page.py"/>
        <source>Ask the server by a call that costs nothing</source>
        <translation>Den Server mit einem Aufruf fragen, der nichts kostet</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>Asked for newer versions</source>
        <translation>Nach neueren Versionen gefragt</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/changes.py"/>
        <source>Asked for {colour}</source>
        <translation>Verlangt: {colour}</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/colour_report.py"/>
        <source>Asked {asked}, got {got}, ΔE2000 {delta}.</source>
        <translation>Verlangt {asked}, erhalten {got}, ΔE2000 {delta}.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/key_card.py"/>
        <location filename="../../flux_desktop/ui/dialogs/provider_parts.py"/>
        <source>Asking the provider…</source>
        <translation>Der Anbieter wird gefragt…</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/money.py"/>
        <source>asks above {amount}</source>
        <translation>fragt ab {amount}</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/params.py"/>
        <location filename="../../flux_desktop/providers/lumenfall/sizes.py"/>
        <source>Aspect ratio</source>
        <translation>Seitenverhältnis</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/onemin/models.py"/>
        <source>At 1min.ai only FLUX.2 [dev] has a strength.</source>
        <translation>Bei 1min.ai hat nur FLUX.2 [dev] eine Stärke.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/onemin/models.py"/>
        <source>At 1min.ai only FLUX.2 [klein] and [dev] have a fast mode.</source>
        <translation>Bei 1min.ai haben nur FLUX.2 [klein] und [dev] einen schnellen Modus.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/export_marks.py"/>
        <source>Author</source>
        <translation>Urheber</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/metadata.py"/>
        <source>author</source>
        <translation>Urheber</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/params/number.py"/>
        <source>Auto</source>
        <translation>Auto</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/params/widgets.py"/>
        <source>auto</source>
        <comment>a choice</comment>
        <translation>automatisch</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/session/selection.py"/>
        <source>automatic choice of what is sent</source>
        <translation>Zurücksetzen des Rahmens</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/colours/loupe.py"/>
        <source>Average of {side} × {side}</source>
        <translation>Mittel aus {side} × {side}</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/manual/window.py"/>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/keys_editor.py"/>
        <source>Back to no key</source>
        <translation>Wieder ohne Taste</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/setting_rows.py"/>
        <source>Back to the default of {setting}</source>
        <translation>Zurück zur Vorgabe von {setting}</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/params/row.py"/>
        <source>Back to the default: {value}</source>
        <translation>Zurück zur Vorgabe: {value}</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/provider_parts.py"/>
        <source>Back to {address}</source>
        <translation>Zurück zu {address}</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/keys_editor.py"/>
        <source>Back to {keys}</source>
        <translation>Zurück zu {keys}</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/viewer.py"/>
        <location filename="../../flux_desktop/ui/sheet/painting.py"/>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>Before and after</source>
        <translation>Vorher und nachher</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/extend_strip.py"/>
        <source>Below</source>
        <translation>Unten</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/code.py"/>
        <source>Beside the code it needs {files}: “Save with pictures…” puts all in one folder.</source>
        <translation>Neben dem Code braucht es {files}: „Mit Bildern speichern…“ legt alles in einen Ordner.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/filter_words.py"/>
        <source>Best rated first</source>
        <translation>Beste zuerst</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/filter_words.py"/>
        <source>best rated first</source>
        <translation>beste zuerst</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/vocabulary.py"/>
        <source>Between two or more colours, or by a name; linear, radial, conic or flowing.</source>
        <translation>Zwischen zwei oder mehr Farben, oder nach einem Namen; linear, radial, konisch oder fließend.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/window_dialogs.py"/>
        <source>Beyond the budget</source>
        <translation>Über dem Budget</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/spending_model.py"/>
        <source>Billed</source>
        <translation>Berechnet</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/bfl/provider.py"/>
        <source>Black Forest Labs could not make it{why}.</source>
        <translation>Black Forest Labs konnte es nicht machen{why}.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/bfl/provider.py"/>
        <source>Black Forest Labs does not know the order any more (Task not found).</source>
        <translation>Black Forest Labs kennt den Auftrag nicht mehr (Task not found).</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/bfl/provider.py"/>
        <source>Black Forest Labs finished but named no result.</source>
        <translation>Black Forest Labs ist fertig, hat aber kein Ergebnis genannt.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/bfl/models.py"/>
        <source>Black Forest Labs has no fast mode: choose FLUX.2 [klein].</source>
        <translation>Black Forest Labs hat keinen schnellen Modus: Wählen Sie FLUX.2 [klein].</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/bfl/models.py"/>
        <source>Black Forest Labs has no strength for FLUX.2.</source>
        <translation>Black Forest Labs hat für FLUX.2 keine Stärke.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/bfl/provider.py"/>
        <source>Black Forest Labs refused the request ({status}){why}.</source>
        <translation>Black Forest Labs hat die Anfrage abgelehnt ({status}){why}.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/bfl/provider.py"/>
        <source>Black Forest Labs refused what was made ({status}){why}.</source>
        <translation>Black Forest Labs hat abgelehnt, was entstanden ist ({status}){why}.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/bfl/models.py"/>
        <source>Black Forest Labs sets the quality of the file itself.</source>
        <translation>Black Forest Labs legt die Qualität der Datei selbst fest.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/bfl/provider.py"/>
        <source>Black Forest Labs tells a status that is not known: {status}.</source>
        <translation>Black Forest Labs nennt einen unbekannten Status: {status}.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/vocabulary.py"/>
        <source>Black ink on paper.</source>
        <translation>Schwarze Tusche auf Papier.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/compare_bar.py"/>
        <source>Blink</source>
        <translation>Blinken</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/modes.py"/>
        <source>blink</source>
        <translation>Blinken</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/compare_bar.py"/>
        <source>Blink: one and the other in turn</source>
        <translation>Blinken: eines und das andere im Wechsel</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/changes.py"/>
        <source>Both</source>
        <comment>align and match colours</comment>
        <translation>Beides</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/trash_bar.py"/>
        <source>Bring the selected results back</source>
        <translation>Die ausgewählten Ergebnisse zurückholen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/vocabulary.py"/>
        <source>Brings highlights back, or lifts them.</source>
        <translation>Holt die Lichter zurück, oder hebt sie an.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/export.py"/>
        <source>Browse…</source>
        <translation>Durchsuchen…</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <location filename="../../flux_desktop/ui/canvas/tools/kinds.py"/>
        <source>Brush</source>
        <translation>Pinsel</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/tools/kinds.py"/>
        <source>brush stroke</source>
        <translation>Pinselstrich</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/tool_bar.py"/>
        <source>Brush: paint the region</source>
        <translation>Pinsel: den Bereich malen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/bucket.py"/>
        <source>bucket’s endpoint</source>
        <translation>Endpunkt des Buckets</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/bucket.py"/>
        <source>bucket’s name</source>
        <translation>Name des Buckets</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/bucket.py"/>
        <source>bucket’s region</source>
        <translation>Region des Buckets</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/lumenfall/models.py"/>
        <source>By a link that lives about an hour, or as base64 within the answer.</source>
        <translation>Als Link, der etwa eine Stunde lebt, oder als base64 in der Antwort.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/spending.py"/>
        <source>By day</source>
        <translation>Nach Tag</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/spending.py"/>
        <source>By day, provider and model</source>
        <translation>Nach Tag, Anbieter und Modell</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>By how many pixels a region grows or shrinks.</source>
        <translation>Um wie viele Pixel ein Bereich wächst oder schrumpft.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/openai/servers.py"/>
        <source>By link or as base64. Leave it empty for OpenAI's newer models, which do not take it.</source>
        <translation>Als Link oder als base64. Lassen Sie es für neuere Modelle von OpenAI leer, die es nicht nehmen.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/spending.py"/>
        <source>By model</source>
        <translation>Nach Modell</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/spending.py"/>
        <source>By provider</source>
        <translation>Nach Anbieter</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/metadata.py"/>
        <source>camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>Cance&amp;l the Newest Edit</source>
        <translation>Neues&amp;te Bearbeitung abbrechen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/export.py"/>
        <location filename="../../flux_desktop/ui/dialogs/sheet.py"/>
        <location filename="../../flux_desktop/ui/dialogs/templates.py"/>
        <location filename="../../flux_desktop/ui/history/note_editor.py"/>
        <location filename="../../flux_desktop/ui/history/trash_bar.py"/>
        <location filename="../../flux_desktop/ui/manual/window.py"/>
        <location filename="../../flux_desktop/ui/references/crop_dialog.py"/>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/jobs.py"/>
        <source>Cancel it there.</source>
        <translation>Brechen Sie ihn dort ab.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/prompt/run_bar.py"/>
        <source>Cancel the newest edit (Ctrl+.)</source>
        <translation>Die neueste Bearbeitung abbrechen (Strg+.)</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/queue/job_row.py"/>
        <source>Cancel this edit</source>
        <translation>Diese Bearbeitung abbrechen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/wording.py"/>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/changes.py"/>
        <source>cannot be said</source>
        <translation>lässt sich nicht sagen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/stage.py"/>
        <location filename="../../flux_desktop/ui/dialogs/keyboard.py"/>
        <source>Canvas</source>
        <translation>Arbeitsfläche</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/help.py"/>
        <source>Canvas and comparison</source>
        <translation>Arbeitsfläche und Vergleich</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/templates.py"/>
        <source>Change a colour</source>
        <translation>Eine Farbe ändern</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/templates.py"/>
        <source>Change a text</source>
        <translation>Einen Text ändern</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/bucket.py"/>
        <source>Change it in Settings › Providers.</source>
        <translation>Ändern Sie es in Einstellungen › Anbieter.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/keyboard.py"/>
        <source>Change keys…</source>
        <translation>Tasten ändern…</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/finishing.py"/>
        <source>change of how it was put back</source>
        <translation>anders eingesetzt</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/session/selection.py"/>
        <source>change of what is sent</source>
        <translation>Änderung des Rahmens</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/templates.py"/>
        <source>Change the background</source>
        <translation>Den Hintergrund ändern</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/store/database.py"/>
        <location filename="../../flux_desktop/store/files.py"/>
        <source>Change the folder's rights, or choose another one with FLUX_DESKTOP_HOME.</source>
        <translation>Ändern Sie die Rechte des Ordners, oder wählen Sie mit FLUX_DESKTOP_HOME einen anderen.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/templates.py"/>
        <source>Change the light</source>
        <translation>Das Licht ändern</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/templates.py"/>
        <source>Change the material</source>
        <translation>Das Material ändern</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/menus.py"/>
        <source>Change the note…</source>
        <translation>Notiz ändern…</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/prompt/mode_bar.py"/>
        <source>Change the open picture</source>
        <translation>Das geöffnete Bild ändern</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/wish.py"/>
        <source>Change the Template…</source>
        <translation>Vorlage ändern…</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/keys_editor.py"/>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/outgoing.py"/>
        <source>Changed or taken out</source>
        <translation>Geändert oder entfernt</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/effects/wishes.py"/>
        <source>Changed the most prominent colour ({colour}, {hex}) to {target}; the offline editor cannot find “{thing}”.</source>
        <translation>Die auffälligste Farbe ({colour}, {hex}) wurde zu {target}; „{thing}“ kann der Offline-Editor nicht finden.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/effects/wishes.py"/>
        <source>Changed the selection's {colour} ({hex}).</source>
        <translation>{colour} ({hex}) in der Auswahl wurde geändert.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/effects/wishes.py"/>
        <source>Changed {source} ({hex} in this picture) to {target}.</source>
        <translation>{source} (in diesem Bild {hex}) wurde zu {target}.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/effects/wishes.py"/>
        <source>Changed {source} ({hex} in this picture) to {target}; it goes by colour, the offline editor cannot find “{thing}”.</source>
        <translation>{source} (in diesem Bild {hex}) wurde zu {target}; es geht nach der Farbe, „{thing}“ kann der Offline-Editor nicht finden.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <location filename="../../flux_desktop/ui/canvas/tuning_strip.py"/>
        <source>Changes</source>
        <translation>Wechsel</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/vocabulary.py"/>
        <source>Changes one colour and spares the others.</source>
        <translation>Ändert eine Farbe und schont die anderen.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/about.py"/>
        <source>Changes pictures by words, shows before and after, and keeps the seed that worked.</source>
        <translation>Verändert Bilder mit Worten, zeigt vorher und nachher und bewahrt den Seed, der funktioniert hat.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/vocabulary.py"/>
        <source>Changes the most prominent colour: without AI it cannot find a jacket, and says which colour it took.</source>
        <translation>Ändert die auffälligste Farbe: Ohne KI findet er keine Jacke, und sagt, welche Farbe er genommen hat.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/eachlabs/provider.py"/>
        <source>Check its address in Settings › Providers.</source>
        <translation>Prüfen Sie die Adresse in Einstellungen › Anbieter.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/errors.py"/>
        <source>Check that the file is there and that you may use it.</source>
        <translation>Prüfen Sie, ob die Datei da ist und ob Sie sie benutzen dürfen.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/openai/provider.py"/>
        <source>Check the address (it ends in /v1), the model, and the kind of server in the settings.</source>
        <translation>Prüfen Sie die Adresse (sie endet auf /v1), das Modell und die Art des Servers in den Einstellungen.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/http/verdict.py"/>
        <source>Check the connection and retry.</source>
        <translation>Prüfen Sie die Verbindung und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/store/database.py"/>
        <source>Check the disk and its free space.</source>
        <translation>Prüfen Sie den Datenträger und seinen freien Platz.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/errors.py"/>
        <source>Check the key in Settings › Providers: it may be mistyped, expired or revoked.</source>
        <translation>Prüfen Sie den Schlüssel in Einstellungen › Anbieter: Vielleicht ist er falsch getippt, abgelaufen oder widerrufen.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/store/owner.py"/>
        <source>Check the rights of {folder}.</source>
        <translation>Prüfen Sie die Rechte von {folder}.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/keys_editor.py"/>
        <source>Choose a command and press Enter, or Add a key, and then the key. Esc or Tab ends that without one. Tab, Esc, Enter, Space and the arrows stay what they are: they move about and leave. A key can be taken away by its button.</source>
        <translation>Wählen Sie einen Befehl und drücken Sie Eingabe oder „Taste hinzufügen“, dann die neue Taste. Esc oder Tab bricht das ab. Tab, Esc, Eingabe, Leertaste und die Pfeile bleiben, was sie sind: Sie dienen zum Bewegen und Verlassen. Eine Taste lässt sich mit ihrem Knopf wegnehmen.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/code/saving.py"/>
        <source>Choose a provider that has one.</source>
        <translation>Wählen Sie einen Anbieter, der einen hat.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/actions.py"/>
        <source>Choose a result</source>
        <translation>Ergebnis wählen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>Choose a result first.</source>
        <translation>Wählen Sie zuerst ein Ergebnis.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>Choose a result that was made from another picture first.</source>
        <translation>Wählen Sie zuerst ein Ergebnis, das aus einem anderen Bild entstanden ist.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>Choose a result that was made of a part of a picture first.</source>
        <translation>Wählen Sie zuerst ein Ergebnis, das aus einem Teil eines Bildes entstanden ist.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>Choose a result with fewer pixels than the picture it was made from first.</source>
        <translation>Wählen Sie zuerst ein Ergebnis, das weniger Pixel hat als das Bild, aus dem es entstanden ist.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/palettes.py"/>
        <source>Choose an Adobe Swatch Exchange (.ase) or a GIMP palette (.gpl).</source>
        <translation>Wählen Sie eine Adobe-Farbfelddatei (.ase) oder eine GIMP-Palette (.gpl).</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/offline/provider.py"/>
        <source>Choose an aspect ratio and megapixels.</source>
        <translation>Wählen Sie Seitenverhältnis und Megapixel.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/changes.py"/>
        <source>Choose an edit of a picture.</source>
        <translation>Wählen Sie die Bearbeitung eines Bildes.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/code/saving.py"/>
        <location filename="../../flux_desktop/services/export.py"/>
        <source>Choose another folder.</source>
        <translation>Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/errors.py"/>
        <source>Choose another name, or pass --overwrite.</source>
        <translation>Wählen Sie einen anderen Namen, oder geben Sie --overwrite an.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/export.py"/>
        <location filename="../../flux_desktop/ui/sheet/output.py"/>
        <source>Choose another name.</source>
        <translation>Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/cropping.py"/>
        <source>Choose at least {n} pixels on each side.</source>
        <translation>Wählen Sie auf jeder Seite mindestens {n} Pixel.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/encoding.py"/>
        <source>Choose PNG or TIFF.</source>
        <translation>Wählen Sie PNG oder TIFF.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/tiff_writer.py"/>
        <source>Choose PNG.</source>
        <translation>Wählen Sie PNG.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/export.py"/>
        <source>Choose the file</source>
        <translation>Die Datei wählen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/finishing.py"/>
        <source>Choose the result of an edited part.</source>
        <translation>Wählen Sie das Ergebnis eines bearbeiteten Teils.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/header.py"/>
        <source>Clear</source>
        <translation>Aufheben</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/filters.py"/>
        <source>Clear filters</source>
        <translation>Filter aufheben</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/queue/panel.py"/>
        <source>Clear finished</source>
        <translation>Erledigte entfernen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/panel.py"/>
        <source>Clear search and filters</source>
        <translation>Suche und Filter aufheben</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/header.py"/>
        <source>Clear search, filters and order</source>
        <translation>Suche, Filter und Reihenfolge aufheben</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/picture_in.py"/>
        <source>Clear the List</source>
        <translation>Liste leeren</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/header.py"/>
        <location filename="../../flux_desktop/ui/manual/window.py"/>
        <source>Clear the search</source>
        <translation>Suche leeren</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/effects/pipeline.py"/>
        <source>Clear the selection, or leave that part of the prompt out.</source>
        <translation>Heben Sie die Auswahl auf, oder lassen Sie diesen Teil des Prompts weg.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/original_card.py"/>
        <source>Click shows it, a double click makes it the source</source>
        <translation>Ein Klick zeigt es, ein Doppelklick macht es zum Ausgangsbild</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/compare_bar.py"/>
        <source>Click to compare again with what the picture was made from</source>
        <translation>Klicken, um wieder mit dem Bild zu vergleichen, aus dem es entstanden ist</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/keyboard.py"/>
        <source>Click, arrow keys, Enter</source>
        <translation>Klick, Pfeiltasten, Eingabe</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/export_marks.py"/>
        <source>Client-safe</source>
        <translation>Kundensicher</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>Client-safe files</source>
        <translation>Kundensichere Dateien</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/export_marks.py"/>
        <source>Client-safe: without the recipe</source>
        <translation>Kundensicher: ohne das Rezept</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/about.py"/>
        <location filename="../../flux_desktop/ui/dialogs/code.py"/>
        <location filename="../../flux_desktop/ui/dialogs/keyboard.py"/>
        <location filename="../../flux_desktop/ui/dialogs/licences.py"/>
        <location filename="../../flux_desktop/ui/dialogs/newer.py"/>
        <location filename="../../flux_desktop/ui/dialogs/outgoing.py"/>
        <location filename="../../flux_desktop/ui/dialogs/settings.py"/>
        <location filename="../../flux_desktop/ui/dialogs/sheet.py"/>
        <location filename="../../flux_desktop/ui/dialogs/spending.py"/>
        <location filename="../../flux_desktop/ui/history/filters.py"/>
        <location filename="../../flux_desktop/ui/history/recipe_dialog.py"/>
        <location filename="../../flux_desktop/ui/manual/find_bar.py"/>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/size_note.py"/>
        <source>Close</source>
        <comment>verb</comment>
        <translation>Schließen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/prompt/help_panel.py"/>
        <source>Close the help</source>
        <translation>Die Hilfe schließen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/session/inputs.py"/>
        <source>closing of the picture</source>
        <translation>Schließen des Bildes</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/colour.py"/>
        <source>CMYK was converted to sRGB.</source>
        <translation>CMYK wurde nach sRGB umgerechnet.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/colour.py"/>
        <source>CMYK without a colour profile was converted to sRGB: its colours are an estimate.</source>
        <translation>CMYK ohne Farbprofil wurde nach sRGB umgerechnet: Die Farben sind eine Schätzung.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/vocabulary.py"/>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/changes.py"/>
        <source>Colour difference</source>
        <translation>Farbabstand</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/vocabulary.py"/>
        <source>Colour swap</source>
        <translation>Farbtausch</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/colours/loupe.py"/>
        <source>Colour under the pointer</source>
        <translation>Farbe unter dem Zeiger</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>Colour&amp;s</source>
        <translation>Far&amp;ben</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/finish_strip.py"/>
        <location filename="../../flux_desktop/ui/colours/menu.py"/>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/change.py"/>
        <source>colours differ by {difference}</source>
        <translation>Farben weichen um {difference} ab</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/words.py"/>
        <source>colours matched</source>
        <translation>Farben angeglichen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/colours/chips.py"/>
        <source>Colours of this picture</source>
        <translation>Farben dieses Bildes</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/colours/chips.py"/>
        <source>Colours: pick, import, all</source>
        <translation>Farben: aufnehmen, importieren, alle</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <location filename="../../flux_desktop/ui/sheet/controls.py"/>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/keyboard.py"/>
        <location filename="../../flux_desktop/ui/dialogs/keys_editor.py"/>
        <location filename="../../flux_desktop/ui/manual/lists.py"/>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/keyboard.py"/>
        <location filename="../../flux_desktop/ui/dialogs/keys_editor.py"/>
        <source>Commands and their keys</source>
        <translation>Befehle und ihre Tasten</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/metadata.py"/>
        <source>comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/bulk_bar.py"/>
        <source>Compare</source>
        <comment>verb</comment>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/compare_bar.py"/>
        <source>Compare</source>
        <comment>what to do</comment>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>Compare &amp;with the Selected Result</source>
        <translation>&amp;Mit dem ausgewählten Ergebnis vergleichen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/compare_bar.py"/>
        <source>Compare and zoom</source>
        <translation>Vergleich und Zoom</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/bulk_bar.py"/>
        <source>Compare the two with each other</source>
        <translation>Die zwei miteinander vergleichen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/menus.py"/>
        <source>Compare with this one</source>
        <translation>Mit diesem vergleichen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/compare_bar.py"/>
        <source>Compared with</source>
        <translation>Verglichen mit</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/model.py"/>
        <source>compared with</source>
        <comment>this one is</comment>
        <translation>verglichen mit</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/compare_bar.py"/>
        <source>Compared with: {picture}</source>
        <translation>Verglichen mit: {picture}</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/scene.py"/>
        <source>comparing {first} and {second}</source>
        <translation>vergleicht {first} und {second}</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/compare.py"/>
        <source>Comparison divider</source>
        <translation>Trennlinie des Vergleichs</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/params.py"/>
        <source>Compression quality of the result, 0–100; PNG has none.</source>
        <translation>Mit welcher Qualität das Ergebnis komprimiert wird, 0–100; PNG hat keine.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>Contact S&amp;heet…</source>
        <translation>&amp;Kontaktbogen…</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/sheet.py"/>
        <source>Contact sheet</source>
        <translation>Kontaktbogen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/manual/contents.py"/>
        <source>Contents of the manual</source>
        <translation>Inhalt des Handbuchs</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <location filename="../../flux_desktop/ui/canvas/tool_options.py"/>
        <source>Contiguous</source>
        <translation>Zusammenhängend</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/outgoing.py"/>
        <source>converted</source>
        <translation>umgewandelt</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/params/row.py"/>
        <source>Converted: sent as {field} = {value}.</source>
        <translation>Umgewandelt: wird als {field} = {value} gesendet.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/change.py"/>
        <source>cooler {value}</source>
        <translation>kühler {value}</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/picture_out.py"/>
        <source>Copied {picture}.</source>
        <translation>{picture} kopiert.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/code.py"/>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/about.py"/>
        <source>Copied: versions and counts. No keys, no prompts and no names of files are in it.</source>
        <translation>Kopiert: Versionen und Anzahlen. Darin sind keine Schlüssel, keine Prompts und keine Dateinamen.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/code.py"/>
        <location filename="../../flux_desktop/ui/queue/job_row.py"/>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/changes.py"/>
        <location filename="../../flux_desktop/ui/messages/view.py"/>
        <source>Copy</source>
        <comment>verb</comment>
        <translation>Kopieren</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/outgoing.py"/>
        <location filename="../../flux_desktop/ui/history/recipe_dialog.py"/>
        <source>Copy all</source>
        <translation>Alles kopieren</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>Copy as Co&amp;de…</source>
        <translation>Als &amp;Code kopieren…</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/code.py"/>
        <source>Copy as code</source>
        <translation>Als Code kopieren</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/params/foot.py"/>
        <source>Copy as code…</source>
        <translation>Als Code kopieren…</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/about.py"/>
        <source>Copy diagnostics</source>
        <translation>Diagnose kopieren</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/store/keys.py"/>
        <source>Copy it again, without anything around it.</source>
        <translation>Kopieren Sie ihn noch einmal, ohne etwas darum herum.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/opening.py"/>
        <source>Copy its content into a file first.</source>
        <translation>Kopieren Sie den Inhalt zuerst in eine Datei.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/reading.py"/>
        <source>Copy or download it again.</source>
        <translation>Kopieren Sie sie oder laden Sie sie noch einmal herunter.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/menus.py"/>
        <source>Copy picture</source>
        <translation>Bild kopieren</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/changes.py"/>
        <source>Copy the figures</source>
        <translation>Die Zahlen kopieren</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/export_marks.py"/>
        <source>Copyright</source>
        <translation>Urheberrecht</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/metadata.py"/>
        <source>copyright</source>
        <translation>Urheberrecht</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <location filename="../../flux_desktop/ui/history/filters.py"/>
        <location filename="../../flux_desktop/ui/history/recipe_dialog.py"/>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/filter_words.py"/>
        <source>cost {amount} or less</source>
        <translation>Kosten bis {amount}</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/filter_words.py"/>
        <source>cost {amount} or more</source>
        <translation>Kosten ab {amount}</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/filter_words.py"/>
        <source>cost {least} to {most}</source>
        <translation>Kosten {least} bis {most}</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/params.py"/>
        <source>Count</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/money_page.py"/>
        <source>Counted are US dollars: what providers billed, estimates where they tell no cost, edits on their way, and those whose outcome is unknown, because they may have been charged.</source>
        <translation>Gezählt werden US-Dollar: was Anbieter berechnet haben, Schätzungen, wo sie keine Kosten nennen, Bearbeitungen unterwegs, und solche mit unbekanntem Ausgang, weil sie vielleicht berechnet wurden.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/money_page.py"/>
        <source>Credits are not counted: a provider like 1min.ai tells no price in dollars. An edit whose price is not known is allowed until a budget is reached.</source>
        <translation>Credits zählen nicht: Ein Anbieter wie 1min.ai nennt keinen Preis in Dollar. Eine Bearbeitung, deren Preis nicht bekannt ist, ist erlaubt, bis ein Budget erreicht ist.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/references/crop_dialog.py"/>
        <source>Crop</source>
        <comment>verb</comment>
        <translation>Zuschneiden</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/references/strip.py"/>
        <source>Crop it, or pick a colour from it (Enter)</source>
        <translation>Zuschneiden oder eine Farbe daraus aufnehmen (Eingabetaste)</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/edit_inputs.py"/>
        <source>crop of a reference</source>
        <translation>Zuschneiden einer Referenz</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/references/crop_dialog.py"/>
        <source>Crop {name}</source>
        <translation>{name} zuschneiden</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/cropping.py"/>
        <source>cropped picture</source>
        <translation>zugeschnittenes Bild</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/offline/work.py"/>
        <source>Cropped to {ratio} around the middle: {new_width} × {new_height} of {width} × {height}.</source>
        <translation>Auf {ratio} um die Mitte zugeschnitten: {new_width} × {new_height} von {width} × {height}.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/prompt/box.py"/>
        <source>Ctrl+Enter runs it. Alt+Up and Alt+Down walk through earlier prompts.</source>
        <translation>Strg+Eingabe führt es aus. Alt+Pfeil auf und Alt+Pfeil ab blättern durch frühere Prompts.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/sheet.py"/>
        <source>d MMMM yyyy</source>
        <comment>a date, as Qt writes it</comment>
        <translation>d. MMMM yyyy</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/settings.py"/>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/vocabulary.py"/>
        <source>Darker (or lighter) corners.</source>
        <translation>Dunklere (oder hellere) Ecken.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/change.py"/>
        <source>darker {value}</source>
        <translation>dunkler {value}</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/metadata.py"/>
        <source>date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/export_marks.py"/>
        <source>Date taken</source>
        <translation>Aufnahmedatum</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/spending_model.py"/>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/filter_words.py"/>
        <source>Dearest first</source>
        <translation>Teuerste zuerst</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/filter_words.py"/>
        <source>dearest first</source>
        <translation>teuerste zuerst</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/params/row.py"/>
        <source>Default {value}</source>
        <translation>Vorgabe {value}</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/colours/chips.py"/>
        <source>Del</source>
        <translation>Entf</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/window_dialogs.py"/>
        <location filename="../../flux_desktop/ui/dialogs/key_card.py"/>
        <location filename="../../flux_desktop/ui/history/bulk_bar.py"/>
        <location filename="../../flux_desktop/ui/history/menus.py"/>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/trash_bar.py"/>
        <source>Delete all for good? This cannot be undone.</source>
        <translation>Alle endgültig löschen? Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/trash_bar.py"/>
        <source>Delete all, {pictures}, for good? This cannot be undone.</source>
        <translation>Alle, {pictures}, endgültig löschen? Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/trash_bar.py"/>
        <source>Delete everything in the trash for good</source>
        <translation>Alles im Papierkorb endgültig löschen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/trash_bar.py"/>
        <source>Delete for good</source>
        <translation>Endgültig löschen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/trash_bar.py"/>
        <source>Delete for good…</source>
        <translation>Endgültig löschen…</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/trash.py"/>
        <source>delete of {results}</source>
        <translation>{results} löschen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/trash_bar.py"/>
        <source>Delete the selected results and their files</source>
        <translation>Die ausgewählten Ergebnisse und ihre Dateien löschen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/window_dialogs.py"/>
        <source>Delete what has a star?</source>
        <translation>Löschen, was einen Stern hat?</translation>
    </message>
    <message numerus="yes">
        <location filename="../../flux_desktop/ui/history/trash_bar.py"/>
        <source>Delete {n} results for good? This cannot be undone.</source>
        <extracomment>1: Delete {n} result for good? This cannot be undone.</extracomment>
        <translation>
            <numerusform>{n} Ergebnis endgültig löschen? Das lässt sich nicht rückgängig machen.</numerusform>
            <numerusform>{n} Ergebnisse endgültig löschen? Das lässt sich nicht rückgängig machen.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/trash_bar.py"/>
        <source>Deleted results can be brought back.</source>
        <translation>Gelöschte Ergebnisse lassen sich zurückholen.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../flux_desktop/ui/desk/history.py"/>
        <source>Deleted {n} results.</source>
        <extracomment>1: Deleted.</extracomment>
        <translation>
            <numerusform>Gelöscht.</numerusform>
            <numerusform>{n} Ergebnisse gelöscht.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/key_card.py"/>
        <source>Deleted.</source>
        <translation>Gelöscht.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/params.py"/>
        <source>Denoising steps. More is slower and finer.</source>
        <translation>Schritte des Entrauschens. Mehr ist langsamer und feiner.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/prompt/help_panel.py"/>
        <source>Describe, do not list</source>
        <translation>Beschreiben Sie, statt aufzuzählen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/metadata.py"/>
        <source>description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/tool_options.py"/>
        <source>Deselect</source>
        <translation>Bereich aufheben</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/words.py"/>
        <source>detail of the original</source>
        <translation>Details des Originals</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/offline/hints.py"/>
        <source>Did you mean “{word}”?</source>
        <translation>Meinten Sie „{word}“?</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/compare_bar.py"/>
        <source>Difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/modes.py"/>
        <source>difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/compare_bar.py"/>
        <source>Difference: where they differ, amplified</source>
        <translation>Differenz: wo sie sich unterscheiden, verstärkt</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/tuning_strip.py"/>
        <source>Differences up to this many of 255 levels count as none</source>
        <translation>Unterschiede bis zu so vielen von 255 Stufen zählen nicht</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/vocabulary.py"/>
        <source>Digital noise; by seed.</source>
        <translation>Digitales Rauschen; nach dem Seed.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/messages/view.py"/>
        <location filename="../../flux_desktop/ui/queue/job_row.py"/>
        <source>Dismiss</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/parts/hint_line.py"/>
        <source>Dismiss the hint</source>
        <translation>Den Hinweis schließen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>Display profile</source>
        <translation>Bildschirmprofil</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/prompt/tools.py"/>
        <source>Do not show this hint again</source>
        <translation>Diesen Hinweis nicht mehr zeigen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/wording.py"/>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/keyboard.py"/>
        <source>Double click</source>
        <translation>Doppelklick</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/keyboard.py"/>
        <source>Double click, {ctrl}Enter</source>
        <translation>Doppelklick, {ctrl}Eingabe</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/wording.py"/>
        <source>Downloading</source>
        <translation>Lädt herunter</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/keyboard.py"/>
        <source>Drag</source>
        <translation>Ziehen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/keyboard.py"/>
        <source>Drag ({alt}drag: always)</source>
        <translation>Ziehen ({alt}Ziehen: immer)</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/region.py"/>
        <source>Drag the frame beyond the picture to extend it</source>
        <translation>Rahmen über das Bild hinausziehen, um es zu erweitern</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/hints.py"/>
        <source>Drag the line, or move it with the arrow keys. Hold {peek} to see the picture before.</source>
        <translation>Ziehen Sie die Linie, oder bewegen Sie sie mit den Pfeiltasten. Halten Sie {peek}, um das Bild davor zu sehen.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/parts/empty_state.py"/>
        <source>Drop a picture here</source>
        <translation>Ziehen Sie ein Bild hierher</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/drop_zones.py"/>
        <source>Drop zones</source>
        <translation>Ablageflächen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/picture_in.py"/>
        <source>Dropped picture</source>
        <translation>Abgelegtes Bild</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>E&amp;xtend the Picture…</source>
        <translation>&amp;Bild erweitern…</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>Each beside the picture that it was made from.</source>
        <translation>Jedes neben dem Bild, aus dem es entstanden ist.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/hints.py"/>
        <source>Each result hangs on the one that it was made from. Edit any of them further: it branches.</source>
        <translation>Jedes Ergebnis hängt an dem, aus dem es entstanden ist. Bearbeiten Sie eines davon weiter: Es verzweigt sich.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/hints.py"/>
        <source>Each variation has a seed of its own, and is an edit of its own that is paid for.</source>
        <translation>Jede Variante hat ihren eigenen Seed und ist eine eigene Bearbeitung, die bezahlt wird.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/eachlabs/answers.py"/>
        <source>eachlabs could not fetch the picture: its link may have expired. Retry uploads it again.</source>
        <translation>eachlabs konnte das Bild nicht holen: Der Link ist vielleicht abgelaufen. „Wiederholen“ lädt es noch einmal hoch.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/eachlabs/answers.py"/>
        <source>eachlabs did not make it</source>
        <translation>eachlabs hat es nicht gemacht</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/eachlabs/uploads.py"/>
        <source>eachlabs did not say where the picture is to be uploaded.</source>
        <translation>eachlabs hat nicht gesagt, wohin das Bild hochgeladen werden soll.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/eachlabs/answers.py"/>
        <source>eachlabs does not take the order</source>
        <translation>eachlabs nimmt den Auftrag nicht an</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/eachlabs/models.py"/>
        <source>eachlabs has no guidance for this model.</source>
        <translation>eachlabs hat für dieses Modell keine Guidance.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/eachlabs/models.py"/>
        <source>eachlabs has no strength for FLUX.2.</source>
        <translation>eachlabs hat für FLUX.2 keine Stärke.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/eachlabs/uploads.py"/>
        <source>eachlabs named an address for the picture that is not at an https address.</source>
        <translation>eachlabs hat für das Bild eine Adresse genannt, die keine https-Adresse ist.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/eachlabs/answers.py"/>
        <source>eachlabs refused it</source>
        <translation>eachlabs hat es abgelehnt</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/eachlabs/models.py"/>
        <source>eachlabs sets the quality of the file itself.</source>
        <translation>eachlabs legt die Qualität der Datei selbst fest.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/eachlabs/models.py"/>
        <source>eachlabs shows the price on the model's page, and tells what was paid after the run.</source>
        <translation>eachlabs zeigt den Preis auf der Seite des Modells und sagt nach dem Lauf, was bezahlt wurde.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/eachlabs/provider.py"/>
        <source>eachlabs stores pictures for the run under an address that cannot be guessed; your bucket stays yours.</source>
        <translation>eachlabs legt Bilder für den Lauf unter einer Adresse ab, die sich nicht erraten lässt; Ihr Bucket bleibt Ihrer.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/eachlabs/models.py"/>
        <source>eachlabs takes a shape, not exact pixels.</source>
        <translation>eachlabs nimmt eine Form, keine genauen Pixel.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/eachlabs/answers.py"/>
        <source>eachlabs tells a status that is not known: {word}.</source>
        <translation>eachlabs nennt einen unbekannten Status: {word}.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/eachlabs/answers.py"/>
        <source>eachlabs took the order but gave no id to ask for it.</source>
        <translation>eachlabs hat den Auftrag angenommen, aber keine Kennung genannt, um danach zu fragen.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/eachlabs/uploads.py"/>
        <source>eachlabs' storage did not take the picture (HTTP {status}).</source>
        <translation>Der Speicher von eachlabs hat das Bild nicht angenommen (HTTP {status}).</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/eachlabs/answers.py"/>
        <source>eachlabs: the order was cancelled there.</source>
        <translation>eachlabs: Der Auftrag wurde dort abgebrochen.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/keyboard.py"/>
        <source>Earlier and later prompts</source>
        <translation>Frühere und spätere Prompts</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/tool_adjust.py"/>
        <source>Edge</source>
        <translation>Rand</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/prompt/mode_bar.py"/>
        <source>Edit</source>
        <comment>verb</comment>
        <translation>Bearbeiten</translation>
    </message>
    <message numerus="yes">
        <location filename="../../flux_desktop/ui/prompt/run_bar.py"/>
        <source>Edit as {n} variants</source>
        <extracomment>1: Edit picture</extracomment>
        <translation>
            <numerusform>Bild bearbeiten</numerusform>
            <numerusform>{n} Varianten machen</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/actions.py"/>
        <location filename="../../flux_desktop/ui/history/menus.py"/>
        <source>Edit further</source>
        <translation>Weiterbearbeiten</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/session/inputs.py"/>
        <source>edit further</source>
        <comment>in Undo</comment>
        <translation>Weiterbearbeiten</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/keyboard.py"/>
        <source>Edit it further</source>
        <translation>Weiter bearbeiten</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/prompt/template_menu.py"/>
        <source>Edit templates…</source>
        <translation>Vorlagen bearbeiten…</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/drop_zones.py"/>
        <source>Edit this picture</source>
        <translation>Dieses Bild bearbeiten</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>Edit This Result &amp;Further</source>
        <translation>Dieses Ergebnis &amp;weiter bearbeiten</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/words.py"/>
        <source>edited further</source>
        <translation>weiterbearbeitet</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/branch.py"/>
        <location filename="../../flux_desktop/ui/history/row.py"/>
        <location filename="../../flux_desktop/ui/history/tile.py"/>
        <source>editing</source>
        <translation>wird bearbeitet</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/help.py"/>
        <source>Editing a part</source>
        <translation>Einen Teil bearbeiten</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/prompt/mode_bar.py"/>
        <source>Editing: {name}</source>
        <translation>Bearbeitet wird: {name}</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/offline/provider.py"/>
        <source>Edits by a small vocabulary, see the help. No AI, no network.</source>
        <translation>Bearbeitet nach einem kleinen Wortschatz, siehe die Hilfe. Keine KI, kein Netz.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>Edits not run</source>
        <translation>Nicht ausgeführte Bearbeitungen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/offline/provider.py"/>
        <source>Edits real pixels on this computer by a small vocabulary. Free, private, no key.</source>
        <translation>Bearbeitet echte Pixel auf diesem Rechner, nach einem kleinen Wortschatz. Kostenlos, privat, ohne Schlüssel.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/openai/servers.py"/>
        <source>Effort</source>
        <translation>Aufwand</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/tools/kinds.py"/>
        <source>Ellipse</source>
        <translation>Ellipse</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/tools/kinds.py"/>
        <source>ellipse</source>
        <translation>Ellipse</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/tool_bar.py"/>
        <source>Ellipse: select a round part</source>
        <translation>Ellipse: einen runden Teil auswählen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/storage_page.py"/>
        <source>Empty the trash</source>
        <translation>Papierkorb leeren</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/storage_page.py"/>
        <source>Empty trash</source>
        <translation>Papierkorb leeren</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/storage_page.py"/>
        <location filename="../../flux_desktop/ui/history/trash_bar.py"/>
        <source>Empty trash…</source>
        <translation>Papierkorb leeren…</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/trash_bar.py"/>
        <source>Emptying deletes {pictures}.</source>
        <translation>Das Leeren löscht {pictures}.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/outgoing.py"/>
        <source>emulated</source>
        <translation>nachgebildet</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/params/row.py"/>
        <source>Emulated: the program carries it out, nothing is sent.</source>
        <translation>Nachgebildet: Das Programm führt es aus, gesendet wird nichts.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/help.py"/>
        <source>en</source>
        <comment>two letters: the folder of the manual in this language</comment>
        <translation>de</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/offline/work.py"/>
        <source>Enlarged to {width} × {height} pixels; that adds no detail.</source>
        <translation>Auf {width} × {height} Pixel vergrößert; das bringt keine Einzelheiten hinzu.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/bfl/models.py"/>
        <location filename="../../flux_desktop/providers/eachlabs/models.py"/>
        <location filename="../../flux_desktop/providers/fal/models.py"/>
        <location filename="../../flux_desktop/providers/onemin/models.py"/>
        <source>Enrich prompt</source>
        <translation>Prompt anreichern</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/http/verdict.py"/>
        <source>Enter it again: something else may have been pasted.</source>
        <translation>Geben Sie ihn noch einmal ein: Vielleicht wurde etwas anderes eingefügt.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/keymap.py"/>
        <source>Enter, Space, arrows and the keys beside them are for moving about: choose another key, or hold Ctrl with it.</source>
        <translation>Eingabe, Leertaste, Pfeile und die Tasten daneben sind zum Bewegen da: Wählen Sie eine andere, oder halten Sie dabei Strg.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>Er&amp;aser</source>
        <translation>Ra&amp;dierer</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/region_wishes.py"/>
        <location filename="../../flux_desktop/ui/dialogs/templates.py"/>
        <source>Erase</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/tools/kinds.py"/>
        <source>Eraser</source>
        <translation>Radierer</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/tool_bar.py"/>
        <source>Eraser: take away from the region</source>
        <translation>Radierer: vom Bereich wegnehmen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/messages/view.py"/>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/spending_model.py"/>
        <source>Estimated</source>
        <translation>Geschätzt</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>Every result of the library, or those of the open picture.</source>
        <translation>Alle Ergebnisse der Bibliothek oder die des geöffneten Bildes.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/params/seed_field.py"/>
        <source>Every run has a new seed: click to keep one</source>
        <translation>Jeder Lauf hat einen neuen Seed: Klicken, um einen zu behalten</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/prompt/help_panel.py"/>
        <source>Exact colours</source>
        <translation>Genaue Farben</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/params.py"/>
        <source>Exact width and height in pixels, e.g. 1024x768.</source>
        <translation>Genaue Breite und Höhe in Pixeln, z. B. 1024x768.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/shapes.py"/>
        <source>Exact width and height in pixels, e.g. 1024x768; it wins over shape and megapixels.</source>
        <translation>Genaue Breite und Höhe in Pixeln, z. B. 1024x768; sie hat Vorrang vor Form und Megapixeln.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/fal/models.py"/>
        <source>Exact width and height in pixels, e.g. 1024x768; it wins.</source>
        <translation>Genaue Breite und Höhe in Pixeln, z. B. 1024x768; sie hat Vorrang.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/replicate/models.py"/>
        <source>Exact width and height in pixels, e.g. 1024x768; it wins. Replicate rounds to multiples of 32.</source>
        <translation>Genaue Breite und Höhe in Pixeln, z. B. 1024x768; sie hat Vorrang. Replicate rundet auf Vielfache von 32.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/manual/lists.py"/>
        <location filename="../../flux_desktop/ui/prompt/help_panel.py"/>
        <source>Examples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/export.py"/>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/help.py"/>
        <source>Export and colour</source>
        <translation>Export und Farbe</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/picture_out.py"/>
        <source>Export as layers</source>
        <translation>In Ebenen exportieren</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/menus.py"/>
        <source>Export as layers…</source>
        <translation>In Ebenen exportieren…</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/layered/psd.py"/>
        <source>Export as OpenRaster instead, which has no such limit.</source>
        <translation>Exportieren Sie stattdessen als OpenRaster, das keine solche Grenze hat.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/spending.py"/>
        <source>Export CSV…</source>
        <translation>CSV exportieren…</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>Export format</source>
        <translation>Exportformat</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>Export in &amp;Layers…</source>
        <translation>In Ebe&amp;nen exportieren…</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>Export quality</source>
        <translation>Exportqualität</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/spending.py"/>
        <source>Export the single lines</source>
        <translation>Einzelne Zeilen exportieren</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>Export the Whole &amp;Tree…</source>
        <translation>&amp;Ganzen Baum exportieren…</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/tree_files.py"/>
        <source>Export the whole tree</source>
        <translation>Ganzen Baum exportieren</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/menus.py"/>
        <source>Export the whole tree…</source>
        <translation>Ganzen Baum exportieren…</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/export.py"/>
        <source>Export to</source>
        <translation>Exportieren nach</translation>
    </message>
    <message numerus="yes">
        <location filename="../../flux_desktop/ui/desk/picture_out.py"/>
        <source>Export {n} pictures to a folder</source>
        <extracomment>1: Export {n} picture to a folder</extracomment>
        <translation>
            <numerusform>{n} Bild in einen Ordner exportieren</numerusform>
            <numerusform>{n} Bilder in einen Ordner exportieren</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/filters.py"/>
        <source>Exported</source>
        <translation>Exportiert</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/filter_words.py"/>
        <location filename="../../flux_desktop/ui/history/words.py"/>
        <source>exported</source>
        <translation>exportiert</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/picture_out.py"/>
        <source>Exported in layers to {file}.</source>
        <translation>In Ebenen nach {file} exportiert.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/session/session.py"/>
        <source>Exported to {path}.</source>
        <translation>Nach {path} exportiert.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../flux_desktop/services/bulk_export.py"/>
        <source>Exported {n} pictures to {folder}.</source>
        <extracomment>1: Exported {n} picture to {folder}.</extracomment>
        <translation>
            <numerusform>{n} Bild nach {folder} exportiert.</numerusform>
            <numerusform>{n} Bilder nach {folder} exportiert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../flux_desktop/ui/desk/tree_files.py"/>
        <source>Exported {n} pictures with their recipes to {file}.</source>
        <extracomment>1: Exported {n} picture with its recipe to {file}.</extracomment>
        <translation>
            <numerusform>{n} Bild mit Rezept nach {file} exportiert.</numerusform>
            <numerusform>{n} Bilder mit ihren Rezepten nach {file} exportiert.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/tree_files.py"/>
        <source>Exporting the tree to {file}…</source>
        <translation>Der Baum wird nach {file} exportiert…</translation>
    </message>
    <message numerus="yes">
        <location filename="../../flux_desktop/ui/desk/picture_out.py"/>
        <source>Exporting {n} pictures…</source>
        <extracomment>1: Exporting {n} picture…</extracomment>
        <translation>
            <numerusform>{n} Bild wird exportiert…</numerusform>
            <numerusform>{n} Bilder werden exportiert…</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/actions.py"/>
        <location filename="../../flux_desktop/ui/history/bulk_bar.py"/>
        <location filename="../../flux_desktop/ui/history/menus.py"/>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/extend_strip.py"/>
        <source>Extend</source>
        <comment>verb</comment>
        <translation>Erweitern</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/extend_strip.py"/>
        <source>Extend the picture</source>
        <translation>Bild erweitern</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/session/selection.py"/>
        <source>extension of the picture</source>
        <translation>Erweitern des Bildes</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>Eyedropper</source>
        <translation>Pipette</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/colours/menu.py"/>
        <source>Eyedropper: average of 3 × 3</source>
        <translation>Pipette: Mittel aus 3 × 3</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/colours/menu.py"/>
        <source>Eyedropper: average of 5 × 5</source>
        <translation>Pipette: Mittel aus 5 × 5</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/colours/menu.py"/>
        <source>Eyedropper: one pixel</source>
        <translation>Pipette: ein Pixel</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/vocabulary.py"/>
        <source>Faded, warm, with grain and soft corners.</source>
        <translation>Ausgeblichen, warm, mit Korn und weichen Ecken.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/wording.py"/>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/fal/provider.py"/>
        <source>fal accepts the key. Nothing was ordered to find out.</source>
        <translation>fal nimmt den Schlüssel an. Dafür wurde nichts bestellt.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/fal/answers.py"/>
        <source>fal did not make it: {why}.</source>
        <translation>fal hat es nicht gemacht: {why}.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/fal/provider.py"/>
        <source>fal did not say where the picture is to be uploaded.</source>
        <translation>fal hat nicht gesagt, wohin das Bild hochgeladen werden soll.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../flux_desktop/providers/fal/provider.py"/>
        <source>fal has a queue: {n} orders were before this one.</source>
        <extracomment>1: fal has a queue: {n} order was before this one.</extracomment>
        <translation>
            <numerusform>fal hat eine Warteschlange: {n} Auftrag war vor diesem da.</numerusform>
            <numerusform>fal hat eine Warteschlange: {n} Aufträge waren vor diesem da.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/fal/models.py"/>
        <source>fal has no strength for FLUX.2.</source>
        <translation>fal hat für FLUX.2 keine Stärke.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/fal/provider.py"/>
        <source>fal keeps orders, with pictures that are inside them, and results in the history of your account.</source>
        <translation>fal behält Aufträge, samt Bildern darin, und Ergebnisse im Verlauf Ihres Kontos.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/fal/answers.py"/>
        <source>fal refused it: {why}.</source>
        <translation>fal hat es abgelehnt: {why}.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/fal/answers.py"/>
        <source>fal says that it would fail again.</source>
        <translation>fal sagt, dass es wieder misslingen würde.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/fal/models.py"/>
        <source>fal sets the quality of the file itself.</source>
        <translation>fal legt die Qualität der Datei selbst fest.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/fal/models.py"/>
        <source>fal takes a shape or an exact size.</source>
        <translation>fal nimmt eine Form oder eine genaue Größe.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/fal/provider.py"/>
        <source>fal tells a status that is not known: {word}.</source>
        <translation>fal nennt einen unbekannten Status: {word}.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/fal/models.py"/>
        <source>fal tells the price before the run</source>
        <translation>fal nennt den Preis vor dem Lauf</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/fal/provider.py"/>
        <source>fal took the order but named no address of its own to ask for it.</source>
        <translation>fal hat den Auftrag angenommen, aber keine eigene Adresse genannt, um danach zu fragen.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/fal/provider.py"/>
        <source>fal's filter flagged what was made.</source>
        <translation>Der Filter von fal hat beanstandet, was entstanden ist.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/fal/provider.py"/>
        <source>fal's filter flagged {n} of {all} pictures: left out.</source>
        <translation>Der Filter von fal hat {n} von {all} Bildern beanstandet: Sie fehlen.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/fal/provider.py"/>
        <source>fal's storage did not take the picture (HTTP {status}).</source>
        <translation>Der Speicher von fal hat das Bild nicht angenommen (HTTP {status}).</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/fal/provider.py"/>
        <source>fal: it was ordered at another address.</source>
        <translation>fal: Es wurde bei einer anderen Adresse bestellt.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/fal/answers.py"/>
        <source>fal: the account is out of credit: {why}.</source>
        <translation>fal: Das Guthaben des Kontos ist aufgebraucht: {why}.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/fal/answers.py"/>
        <source>fal: the order was cancelled there.</source>
        <translation>fal: Der Auftrag wurde dort abgebrochen.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/params.py"/>
        <source>Fast</source>
        <translation>Schnell</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/fal/provider.py"/>
        <source>Fast, with every FLUX.2 model, paid by the megapixel.</source>
        <translation>Schnell, mit jedem FLUX.2-Modell, je Megapixel bezahlt.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <location filename="../../flux_desktop/ui/canvas/finish_strip.py"/>
        <location filename="../../flux_desktop/ui/canvas/tool_adjust.py"/>
        <source>Feather</source>
        <translation>Weiche Kante</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/tool_adjust.py"/>
        <source>Feather over this many pixels</source>
        <translation>Weiche Kante über so viele Pixel</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/recipe_dialog.py"/>
        <source>feather {feather} px, colours matched to {colour} %, grain to {grain} %, opacity {opacity} %</source>
        <translation>weiche Kante {feather} px, Farben zu {colour} % angeglichen, Korn zu {grain} %, Deckkraft {opacity} %</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/session/selection.py"/>
        <source>feathering of the region</source>
        <translation>weiche Kante des Bereichs</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/provider_parts.py"/>
        <source>Fetch the provider's own list</source>
        <translation>Die Liste des Anbieters holen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/export.py"/>
        <location filename="../../flux_desktop/ui/dialogs/outgoing.py"/>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/look.py"/>
        <location filename="../../flux_desktop/ui/history/model.py"/>
        <source>file missing</source>
        <translation>Datei fehlt</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>Files keep the author</source>
        <translation>Dateien behalten den Urheber</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>Files keep the copyright</source>
        <translation>Dateien behalten das Urheberrecht</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>Files keep the date</source>
        <translation>Dateien behalten das Datum</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>Files keep the place</source>
        <translation>Dateien behalten den Ort</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/outgoing.py"/>
        <source>Files that are sent</source>
        <translation>Dateien, die gesendet werden</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/wish.py"/>
        <source>Fill in first: {what}</source>
        <translation>Füllen Sie zuerst aus: {what}</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/prompting.py"/>
        <source>Fill in {field}: Tab leads there.</source>
        <translation>Füllen Sie {field} aus: Tab führt dorthin.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/vocabulary.py"/>
        <source>Film</source>
        <translation>Film</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/filter_words.py"/>
        <location filename="../../flux_desktop/ui/history/header.py"/>
        <source>Filter</source>
        <comment>verb</comment>
        <translation>Filtern</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/filters.py"/>
        <source>Filters</source>
        <translation>Filter</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/palette/overlay.py"/>
        <source>Find a command</source>
        <translation>Befehl suchen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/palette/overlay.py"/>
        <source>Find a command, a setting, a model or a picture</source>
        <translation>Einen Befehl, eine Einstellung, ein Modell oder ein Bild suchen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>Find in &amp;History…</source>
        <translation>Im &amp;Verlauf suchen…</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/manual/find_bar.py"/>
        <location filename="../../flux_desktop/ui/manual/window.py"/>
        <source>Find on this page</source>
        <translation>Auf dieser Seite suchen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/vocabulary.py"/>
        <source>Finer edges without coloured rims.</source>
        <translation>Feinere Kanten ohne farbige Säume.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/help.py"/>
        <source>First steps</source>
        <translation>Erste Schritte</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/compare_bar.py"/>
        <source>Fit</source>
        <comment>the whole picture</comment>
        <translation>Einpassen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/vocabulary.py"/>
        <source>Flat areas with outlines.</source>
        <translation>Flächen mit Umrissen.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/depth.py"/>
        <source>Floating-point values</source>
        <translation>Gleitkommawerte</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/sdcpp/models.py"/>
        <source>FLUX.2 gets the source as a reference; there is no strength.</source>
        <translation>FLUX.2 bekommt das Ausgangsbild als Referenz; eine Stärke gibt es nicht.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/sdcpp/provider.py"/>
        <source>FLUX.2 on your own computer: free, and no picture leaves it.</source>
        <translation>FLUX.2 auf Ihrem eigenen Rechner: kostenlos, und kein Bild verlässt ihn.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/bucket.py"/>
        <source>folder in the bucket</source>
        <translation>Ordner im Bucket</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/effects/wishes.py"/>
        <source>For another say “{example}”.</source>
        <translation>Für eine andere schreiben Sie „{example}“.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>For JPEG, WebP and AVIF; 100 is best.</source>
        <translation>Für JPEG, WebP und AVIF; 100 ist am besten.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/eachlabs/provider.py"/>
        <source>For uploads to your own bucket. It needs the right to put, get and delete objects there.</source>
        <translation>Für Uploads in Ihren eigenen Bucket. Er braucht das Recht, dort Objekte abzulegen, zu holen und zu löschen.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/params.py"/>
        <location filename="../../flux_desktop/ui/dialogs/export.py"/>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/manual/window.py"/>
        <source>Forward</source>
        <translation>Vorwärts</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/store/rescue.py"/>
        <source>Found besides, and called “Recovered …”: {pictures}.</source>
        <translation>Außerdem gefunden, unter dem Namen „Recovered …“: {pictures}.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/tools/kinds.py"/>
        <source>Frame</source>
        <translation>Rahmen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/tool_bar.py"/>
        <source>Frame: choose how much around the region is sent</source>
        <translation>Rahmen: wählen, wie viel um den Bereich herum gesendet wird</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/job.py"/>
        <location filename="../../flux_desktop/core/price.py"/>
        <source>free</source>
        <comment>costs nothing</comment>
        <translation>kostenlos</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/store/database.py"/>
        <source>Free some space and try again.</source>
        <translation>Schaffen Sie Platz und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/store/files.py"/>
        <source>Free some space and try again. Nothing was half written.</source>
        <translation>Schaffen Sie Platz und versuchen Sie es noch einmal. Nichts wurde nur halb geschrieben.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/sdcpp/models.py"/>
        <source>free, on your own computer</source>
        <translation>kostenlos, auf Ihrem eigenen Rechner</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <location filename="../../flux_desktop/ui/history/filters.py"/>
        <source>From</source>
        <translation>Ab</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/queue/job_report.py"/>
        <source>From the last time the program ran.</source>
        <translation>Vom letzten Mal, als das Programm lief.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/filters.py"/>
        <source>From … to …</source>
        <translation>Von … bis …</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>Full &amp;Screen</source>
        <translation>Vollb&amp;ild</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/vocabulary.py"/>
        <source>Gaussian blur; a number is the radius in pixels.</source>
        <translation>Gaußsche Unschärfe; eine Zahl ist der Radius in Pixeln.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/settings.py"/>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/prompt/mode_bar.py"/>
        <source>Generate</source>
        <comment>verb</comment>
        <translation>Erzeugen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/effects/makers.py"/>
        <source>Generate it without a picture, or put it “behind” a picture with transparent parts.</source>
        <translation>Erzeugen Sie es ohne Bild, oder setzen Sie es mit „behind“ hinter ein Bild mit durchsichtigen Teilen.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../flux_desktop/ui/prompt/run_bar.py"/>
        <source>Generate {n} pictures</source>
        <extracomment>1: Generate</extracomment>
        <translation>
            <numerusform>Erzeugen</numerusform>
            <numerusform>{n} Bilder erzeugen</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/provider_page.py"/>
        <source>Get a key…</source>
        <translation>Schlüssel besorgen…</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>Gigabytes above which the oldest unstarred results in the trash are dropped; 0: no limit.</source>
        <translation>Gigabyte, über denen die ältesten Ergebnisse ohne Stern aus dem Papierkorb entfernt werden; 0: keine Grenze.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/keys_editor.py"/>
        <source>Give every command the keys that it came with?</source>
        <translation>Jedem Befehl wieder die Tasten geben, die er anfangs hatte?</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/http/verdict.py"/>
        <source>Give it an https address, or lead its port to this computer, e.g. by `ssh -L`: http is for this one only.</source>
        <translation>Geben Sie ihm eine https-Adresse, oder leiten Sie seinen Port auf diesen Rechner, z. B. mit `ssh -L`: http ist nur für diesen hier.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/export.py"/>
        <source>Give the file a name.</source>
        <translation>Geben Sie der Datei einen Namen.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/tuning_strip.py"/>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/outgoing.py"/>
        <source>Goes along with the order; nobody else can fetch it.</source>
        <translation>Geht mit dem Auftrag; sonst kann sie niemand abrufen.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/colour_report.py"/>
        <source>got {got}, ΔE2000 {delta}, {where}</source>
        <translation>erhalten {got}, ΔE2000 {delta}, {where}</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/vocabulary.py"/>
        <source>Gradients</source>
        <translation>Farbverläufe</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/offline/provider.py"/>
        <source>Gradients, textures, patterns and palettes. No AI, no network.</source>
        <translation>Farbverläufe, Strukturen, Muster und Paletten. Keine KI, kein Netz.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/finish_strip.py"/>
        <source>Grain</source>
        <translation>Korn</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/vocabulary.py"/>
        <source>Grain that follows the light; by seed.</source>
        <translation>Korn, das dem Licht folgt; nach dem Seed.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/change.py"/>
        <source>greener {value}</source>
        <translation>grüner {value}</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <location filename="../../flux_desktop/ui/canvas/tool_adjust.py"/>
        <source>Grow</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/tool_adjust.py"/>
        <source>Grow or shrink by this many pixels</source>
        <translation>Um so viele Pixel vergrößern oder verkleinern</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/tool_adjust.py"/>
        <location filename="../../flux_desktop/ui/canvas/tool_options.py"/>
        <source>Grow, shrink or feather</source>
        <translation>Vergrößern, verkleinern oder weiche Kante</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/tool_options.py"/>
        <source>Grow, shrink or feather the region</source>
        <translation>Den Bereich vergrößern, verkleinern oder seine Kante weich machen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/session/selection.py"/>
        <source>growing of the region</source>
        <translation>Vergrößern des Bereichs</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/params.py"/>
        <source>Guidance</source>
        <translation>Guidance</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/tool_options.py"/>
        <source>H</source>
        <comment>a height, before its number</comment>
        <translation>H</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/tools/kinds.py"/>
        <source>Hand</source>
        <translation>Hand</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/tool_bar.py"/>
        <source>Hand: move the picture</source>
        <translation>Hand: das Bild verschieben</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>Har&amp;der Brush</source>
        <translation>Här&amp;terer Pinsel</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <location filename="../../flux_desktop/ui/canvas/tool_options.py"/>
        <source>Hardness</source>
        <translation>Härte</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/tool_options.py"/>
        <source>Hardness of the brush</source>
        <translation>Härte des Pinsels</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/tool_options.py"/>
        <source>Hardness: how sharp the edge of the brush is</source>
        <translation>Härte: wie scharf der Rand des Pinsels ist</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/words.py"/>
        <source>has a note</source>
        <translation>hat eine Notiz</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/http/download.py"/>
        <source>has an address that is none</source>
        <translation>hat eine Adresse, die keine ist</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/references/crop_dialog.py"/>
        <source>Height</source>
        <translation>Höhe</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/tool_options.py"/>
        <source>Height, in pixels</source>
        <translation>Höhe, in Pixeln</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/prompt/tools.py"/>
        <source>Help with the prompt</source>
        <translation>Hilfe zum Prompt</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/palette/desk.py"/>
        <source>Help: {page}</source>
        <translation>Hilfe: {page}</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>Hide or Show &amp;All Panels</source>
        <translation>&amp;Alle Bereiche aus- oder einblenden</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/docks.py"/>
        <source>Hide {panel}</source>
        <translation>{panel} ausblenden</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/params/widgets.py"/>
        <source>high</source>
        <comment>a choice</comment>
        <translation>hoch</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/filters.py"/>
        <source>Highest cost</source>
        <translation>Kosten bis</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/parts/hint_line.py"/>
        <source>Hint</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/parts/hint_line.py"/>
        <source>Hint: {words}</source>
        <translation>Hinweis: {words}</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>Hints</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/keyboard.py"/>
        <location filename="../../flux_desktop/ui/docks.py"/>
        <location filename="../../flux_desktop/ui/history/panel.py"/>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/storage_page.py"/>
        <source>History and jobs</source>
        <translation>Verlauf und Jobs</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/help.py"/>
        <source>History and recipes</source>
        <translation>Verlauf und Rezepte</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>History looks like</source>
        <translation>Verlauf als</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>History shows</source>
        <translation>Verlauf zeigt</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/keyboard.py"/>
        <source>Hold Space</source>
        <translation>Leertaste halten</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/compare_bar.py"/>
        <source>Hold to see the other picture (also Space in the history)</source>
        <translation>Gedrückt halten, um das andere Bild zu sehen (im Verlauf auch die Leertaste)</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/outgoing.py"/>
        <source>How</source>
        <translation>Wie</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/params.py"/>
        <source>How closely to follow the prompt. High values look harder.</source>
        <translation>Wie genau dem Prompt gefolgt wird. Hohe Werte wirken hart.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/finish_strip.py"/>
        <source>How far inside the part the result fades in, in pixels of the picture</source>
        <translation>Über wie viele Pixel des Bildes das Ergebnis vom Rand nach innen eingeblendet wird</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/finish_strip.py"/>
        <source>How far the colours of the result are brought to those around it</source>
        <translation>Wie weit die Farben des Ergebnisses an die Umgebung angeglichen werden</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/params.py"/>
        <source>How far to depart from the source: 0 keeps it, 1 replaces it.</source>
        <translation>Wie weit sich das Ergebnis vom Ausgangsbild entfernt: 0 behält es, 1 ersetzt es.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/sdcpp/models.py"/>
        <source>How fast it is, is set when the server is started.</source>
        <translation>Wie schnell es ist, wird beim Start des Servers festgelegt.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/sdcpp/models.py"/>
        <source>How large the steps are; without one the server takes the model's own.</source>
        <translation>Wie groß die Schritte sind; ohne Angabe nimmt der Server, was das Modell vorsieht.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/lumenfall/models.py"/>
        <source>How large, whatever the shape; matched to the nearest tier that the model has.</source>
        <translation>Wie groß, gleich in welcher Form; es wird die nächste Stufe genommen, die das Modell hat.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/params.py"/>
        <source>How many results to make, each with its own seed.</source>
        <translation>Wie viele Ergebnisse entstehen, jedes mit seinem eigenen Seed.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/offline/provider.py"/>
        <source>How many results; each has its own seed, the first the one above.</source>
        <translation>Wie viele Ergebnisse; jedes hat seinen eigenen Seed, das erste den obigen.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>How many times differences are amplified.</source>
        <translation>Wie vielfach Unterschiede verstärkt werden.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/menus.py"/>
        <source>How many variations</source>
        <translation>Wie viele Varianten</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/tuning_strip.py"/>
        <source>How much differences are amplified</source>
        <translation>Wie stark Unterschiede verstärkt werden</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/offline/provider.py"/>
        <source>How much of the edit is mixed into the source: 0 keeps it, 1 is all of the edit. Changes of shape (mirror, rotate, borders) are always whole.</source>
        <translation>Wie viel von der Bearbeitung dem Ausgangsbild beigemischt wird: 0 behält es, 1 ist die ganze Bearbeitung. Änderungen der Form (Spiegeln, Drehen, Rahmen) sind immer ganz.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/finish_strip.py"/>
        <source>How much of the picture's grain the result gets</source>
        <translation>Wie viel vom Korn des Bildes das Ergebnis bekommt</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/finish_strip.py"/>
        <source>How much of the result is seen</source>
        <translation>Wie viel vom Ergebnis zu sehen ist</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/tuning_strip.py"/>
        <source>How much of the second picture lies on the first</source>
        <translation>Wie viel vom zweiten Bild über dem ersten liegt</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/bfl/models.py"/>
        <source>How much the provider's filter lets through: 0 is strictest, 5 most permissive.</source>
        <translation>Wie viel der Filter des Anbieters durchlässt: 0 ist am strengsten, 5 am großzügigsten.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/eachlabs/models.py"/>
        <location filename="../../flux_desktop/providers/fal/models.py"/>
        <location filename="../../flux_desktop/providers/replicate/models.py"/>
        <source>How much the provider's filter lets through: 1 is strictest, 5 most permissive.</source>
        <translation>Wie viel der Filter des Anbieters durchlässt: 1 ist am strengsten, 5 am großzügigsten.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/onemin/models.py"/>
        <source>How much the safety filter lets through: 1 is strictest, 6 most permissive.</source>
        <translation>Wie viel der Sicherheitsfilter durchlässt: 1 ist am strengsten, 6 am großzügigsten.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/openai/servers.py"/>
        <source>How much work OpenAI's own models put into the picture; it decides their price.</source>
        <translation>Wie viel Arbeit die eigenen Modelle von OpenAI in das Bild stecken; das bestimmt ihren Preis.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/vocabulary.py"/>
        <source>How much: “slightly”, “a bit”, nothing, “much”, “very”, “extremely”, or a number: “contrast 20%”, “exposure +0.5”, “blur 8px”. 50% is what the bare word means; for black and white, sepia, tint, duotone, invert and solarise it is the share. Several wishes at once are joined by “and”, “then”, “with” or commas. Colours are #hex or names.</source>
        <translation>Wie viel: „slightly“, „a bit“, nichts, „much“, „very“, „extremely“, oder eine Zahl: „contrast 20%“, „exposure +0.5“, „blur 8px“. 50% ist, was das bloße Wort bedeutet; bei Schwarzweiß, Sepia, Tönung, Duplex, Umkehrung und Solarisation ist es der Anteil. Mehrere Wünsche auf einmal werden mit „and“, „then“, „with“ oder Kommas verbunden. Farben sind #hex oder Namen.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>How often a second the pictures change.</source>
        <translation>Wie oft in der Sekunde die Bilder wechseln.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/tuning_strip.py"/>
        <source>How often the pictures change, at most three times a second</source>
        <translation>Wie oft die Bilder wechseln, höchstens dreimal in der Sekunde</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/lumenfall/models.py"/>
        <source>How Replicate compresses before Lumenfall does, 0–100; PNG has none.</source>
        <translation>Mit welcher Qualität Replicate komprimiert, bevor Lumenfall es tut, 0–100; PNG hat keine.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>How sharp the edge of the brush is, in per cent.</source>
        <translation>Wie scharf der Rand des Pinsels ist, in Prozent.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/finish_strip.py"/>
        <source>How the result is put back</source>
        <translation>Wie das Ergebnis eingesetzt wird</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/provider_page.py"/>
        <source>How to get it</source>
        <translation>So bekommen Sie ihn</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>How two pictures are compared.</source>
        <translation>Wie zwei Bilder verglichen werden.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>How unlike colours may be that the wand takes.</source>
        <translation>Wie unähnlich die Farben sein dürfen, die der Zauberstab nimmt.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/prompt/completion.py"/>
        <source>image {n} – {name}</source>
        <translation>image {n} – {name}</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/references/list_view.py"/>
        <source>Image {n}: {name}</source>
        <translation>Bild {n}: {name}</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/colour.py"/>
        <source>Import a palette</source>
        <translation>Palette importieren</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/tree_files.py"/>
        <source>Import a tree</source>
        <translation>Baum importieren</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/archive/reading.py"/>
        <source>Import files that Flux Desktop wrote with “Export tree…”.</source>
        <translation>Importieren Sie Dateien, die Flux Desktop mit „Baum exportieren…“ geschrieben hat.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../flux_desktop/services/palettes.py"/>
        <source>import of {n} colours</source>
        <extracomment>1: import of {n} colour</extracomment>
        <translation>
            <numerusform>Import von {n} Farbe</numerusform>
            <numerusform>Import von {n} Farben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../flux_desktop/ui/desk/tree_files.py"/>
        <source>Imported {n} pictures with their recipes</source>
        <extracomment>1: Imported {n} picture with its recipe</extracomment>
        <translation>
            <numerusform>{n} Bild mit Rezept importiert</numerusform>
            <numerusform>{n} Bilder mit ihren Rezepten importiert</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/window_dialogs.py"/>
        <source>In the trash it can be found again, and Undo brings it back.</source>
        <translation>Im Papierkorb ist es wiederzufinden, und Rückgängig holt es zurück.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/storage_page.py"/>
        <source>In the trash: {amount}.</source>
        <translation>Im Papierkorb: {amount}.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/colour_report.py"/>
        <source>in the whole picture</source>
        <translation>im ganzen Bild</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/keys_editor.py"/>
        <source>in the whole window</source>
        <translation>im ganzen Fenster</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/keys_editor.py"/>
        <source>in the whole window; letters while the canvas has the focus</source>
        <translation>im ganzen Fenster; Buchstaben, solange die Arbeitsfläche den Fokus hat</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/keys_editor.py"/>
        <source>in the whole window; letters while the canvas or the history has the focus</source>
        <translation>im ganzen Fenster; Buchstaben, solange Arbeitsfläche oder Verlauf den Fokus hat</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/keys_editor.py"/>
        <source>in the whole window; letters while the history has the focus</source>
        <translation>im ganzen Fenster; Buchstaben, solange der Verlauf den Fokus hat</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/prompt/price_tag.py"/>
        <source>In: {pictures}, {amount}.</source>
        <translation>Hinein: {pictures}, {amount}.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>Info line</source>
        <translation>Infozeile</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/messages/view.py"/>
        <source>Information</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/colour_report.py"/>
        <source>inside the region</source>
        <translation>im Bereich</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/store/database.py"/>
        <source>Install the newer version again. The library was left as it is.</source>
        <translation>Installieren Sie wieder die neuere Version. Die Bibliothek wurde gelassen, wie sie ist.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/archive/reading.py"/>
        <source>Install the newer version.</source>
        <translation>Installieren Sie die neuere Version.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/references/crop_dialog.py"/>
        <source>Into the prompt, at its cursor</source>
        <translation>In den Prompt, an dessen Schreibmarke</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/session/selection.py"/>
        <source>inversion of the region</source>
        <translation>Umkehren des Bereichs</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/http/places.py"/>
        <source>is at a private address</source>
        <translation>liegt bei einer privaten Adresse</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/http/places.py"/>
        <source>is not at an https address</source>
        <translation>liegt nicht bei einer https-Adresse</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/http/download.py"/>
        <source>is redirected again and again</source>
        <translation>wird immer wieder umgeleitet</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/http/download.py"/>
        <source>is redirected to another kind of address</source>
        <translation>wird zu einer anderen Art von Adresse umgeleitet</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/offline/hints.py"/>
        <source>It cannot find things: select the part that you mean, then say what to do with it.</source>
        <translation>Er kann keine Dinge finden: Wählen Sie den Teil aus, den Sie meinen, und sagen Sie dann, was damit geschehen soll.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/bucket.py"/>
        <source>It cannot have . or .. between its slashes.</source>
        <translation>Zwischen seinen Schrägstrichen kann nicht . oder .. stehen.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/offline/provider.py"/>
        <source>It computes by formula: there is no network that this could steer.</source>
        <translation>Hier wird nach Formeln gerechnet: Es gibt kein Netz, das sich damit steuern ließe.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/finish.py"/>
        <source>It could not be aligned: move it with the mouse or the arrow keys.</source>
        <translation>Nicht ausgerichtet: Verschieben Sie es mit der Maus oder den Pfeiltasten.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/hints.py"/>
        <source>It enlarges what is under the pointer. The arrow keys move it, Esc puts it away.</source>
        <translation>Sie vergrößert, was unter dem Zeiger liegt. Die Pfeiltasten bewegen sie, Esc legt sie weg.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/bucket.py"/>
        <source>It has 3 to 63 small letters, digits, dots and hyphens.</source>
        <translation>Er hat 3 bis 63 Kleinbuchstaben, Ziffern, Punkte und Bindestriche.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/window_dialogs.py"/>
        <source>It has a star.</source>
        <translation>Es hat einen Stern.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/eachlabs/models.py"/>
        <location filename="../../flux_desktop/providers/fal/models.py"/>
        <source>It has levels of acceleration in place of the switch.</source>
        <translation>Statt des Schalters hat es Stufen der Beschleunigung.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/encoding.py"/>
        <source>it has no suffix</source>
        <translation>die Endung fehlt</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/base.py"/>
        <source>It has: {known}.</source>
        <translation>Es gibt: {known}.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/session/inputs.py"/>
        <location filename="../../flux_desktop/ui/desk/edit_inputs.py"/>
        <source>It is a reference already.</source>
        <translation>Das Bild ist schon eine Referenz.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/bucket.py"/>
        <source>It is a word such as eu-central-1, or auto.</source>
        <translation>Es ist ein Wort wie eu-central-1, oder auto.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/effects/wishes.py"/>
        <source>It is all shades of grey: try “change grey to …” or “tint …”.</source>
        <translation>Es besteht aus lauter Grautönen: Versuchen Sie „change grey to …“ oder „tint …“.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/offline/provider.py"/>
        <source>It is always as fast as this computer.</source>
        <translation>Es ist immer so schnell wie dieser Rechner.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/changes.py"/>
        <source>It is another picture: there is nothing to hold on to.</source>
        <translation>Es ist ein anderes Bild: Es gibt nichts, woran man sich halten könnte.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/job.py"/>
        <source>It is being made all the same, which costs nothing. Retry collects it.</source>
        <translation>Es wird trotzdem gemacht, was nichts kostet. „Wiederholen“ holt es ab.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/store/assets.py"/>
        <source>It is kept as {path}. Restore it from a backup.</source>
        <translation>Es liegt in {path}. Stellen Sie es aus einer Sicherung wieder her.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/fal/answers.py"/>
        <source>It is not charged. Retry orders it anew.</source>
        <translation>Es wird nicht berechnet. „Wiederholen“ bestellt es neu.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/palette/desk.py"/>
        <source>It is not possible now.</source>
        <translation>Das geht jetzt nicht.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/kept.py"/>
        <source>It is paid and can still be collected: make room, then Retry or `flux-desktop jobs resume`.</source>
        <translation>Es ist bezahlt und lässt sich noch abholen: Schaffen Sie Platz, dann „Wiederholen“ oder `flux-desktop jobs resume`.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/key_card.py"/>
        <source>It is set outside the program and comes before any other.</source>
        <translation>Er ist außerhalb des Programms gesetzt und hat Vorrang vor jedem anderen.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/bucket.py"/>
        <source>It is the https address of an S3 service.</source>
        <translation>Es ist die https-Adresse eines S3-Dienstes.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/vocabulary.py"/>
        <source>It knows light (“brighter”, “lift the shadows”), colour (“warmer”, “duotone navy and cream”), swaps (“change red to #0066cc”), blur, sharpen, film grain, vignette, sketch, watercolour, mirror, rotate, borders and more. The help lists all.</source>
        <translation>Er kennt Licht („brighter“, „lift the shadows“), Farbe („warmer“, „duotone navy and cream“), Farbtausch („change red to #0066cc“), Unschärfe, Schärfe, Filmkorn, Vignette, Skizze, Aquarell, Spiegeln, Drehen, Rahmen und mehr. Die Hilfe nennt alles.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/lumenfall/models.py"/>
        <source>It makes fal answer with data in place of a link; “Results come as” base64 does that for all.</source>
        <translation>Damit antwortet fal mit Daten statt mit einem Link; „Ergebnisse kommen als“ base64 tut das für alle.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/vocabulary.py"/>
        <source>It makes gradients (“sunset gradient”), textures (“blue marble”, “clouds”), patterns (“red and white stripes”, “bokeh”) and palettes (“palette of five warm colours”). The help lists all.</source>
        <translation>Er macht Farbverläufe („sunset gradient“), Strukturen („blue marble“, „clouds“), Muster („red and white stripes“, „bokeh“) und Paletten („palette of five warm colours“). Die Hilfe nennt alles.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/errors.py"/>
        <source>It may have been charged, so it is not repeated by itself. Look at your account at the provider before you run it again.</source>
        <translation>Es wurde vielleicht berechnet, darum wird es nicht von selbst wiederholt. Sehen Sie in Ihrem Konto beim Anbieter nach, bevor Sie es noch einmal ausführen.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/bfl/provider.py"/>
        <source>It may have been made and charged: look at the usage in your account before you run it again.</source>
        <translation>Es wurde vielleicht gemacht und berechnet: Sehen Sie in Ihrem Konto nach, bevor Sie es noch einmal ausführen.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/eachlabs/answers.py"/>
        <source>It may have been refused for its content, too. Change the prompt or the picture and run it again.</source>
        <translation>Vielleicht wurde es auch wegen seines Inhalts abgelehnt. Ändern Sie den Prompt oder das Bild und führen Sie es noch einmal aus.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/hints.py"/>
        <source>It measures what the model moved or tinted besides. Both can be put right there.</source>
        <translation>Hier wird gemessen, was das Modell sonst verschoben oder getönt hat. Beides lässt sich dort berichtigen.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/offline/provider.py"/>
        <source>It needs no key: everything is computed on this computer.</source>
        <translation>Es braucht keinen Schlüssel: Alles wird auf diesem Rechner berechnet.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/params.py"/>
        <source>It takes: {parameters}.</source>
        <translation>Möglich sind: {parameters}.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/lumenfall/models.py"/>
        <source>It tells apart the users of a service; this program has one, and does not name them.</source>
        <translation>Damit unterscheidet ein Dienst seine Nutzer; dieses Programm hat einen und nennt ihn nicht.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/web.py"/>
        <source>it took too long</source>
        <translation>es hat zu lange gedauert</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/job.py"/>
        <source>It was already ordered and may be charged. Retry collects it without a new order.</source>
        <translation>Es war schon bestellt und wird vielleicht berechnet. „Wiederholen“ holt es ohne neuen Auftrag ab.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/pictures.py"/>
        <source>It was in the trash, and is back.</source>
        <translation>Es war im Papierkorb und ist zurück.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/store/assets.py"/>
        <source>It was kept as {path}. Restore it from a backup.</source>
        <translation>Es lag in {path}. Stellen Sie es aus einer Sicherung wieder her.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/store/migrations.py"/>
        <source>It was left as it was. Make sure that the disk is not full and that no other window is open.</source>
        <translation>Sie wurde gelassen, wie sie war. Achten Sie darauf, dass der Datenträger nicht voll und kein anderes Fenster offen ist.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/http/download.py"/>
        <source>It was not fetched. The result may be in your account at the provider.</source>
        <translation>Es wurde nicht geholt. Vielleicht liegt das Ergebnis in Ihrem Konto beim Anbieter.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/money.py"/>
        <source>It was not ordered. Raise the budget in Settings › Money, or wait for the next day; then Retry goes on.</source>
        <translation>Es wurde nicht bestellt. Erhöhen Sie das Budget in Einstellungen › Geld, oder warten Sie auf den nächsten Tag; dann geht es mit „Wiederholen“ weiter.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/money.py"/>
        <source>It was not ordered. Raise the budget in Settings › Money, or wait for the next month; then Retry goes on.</source>
        <translation>Es wurde nicht bestellt. Erhöhen Sie das Budget in Einstellungen › Geld, oder warten Sie auf den nächsten Monat; dann geht es mit „Wiederholen“ weiter.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/base.py"/>
        <source>It was ordered and may be charged: look for it in your account at the provider.</source>
        <translation>Es wurde bestellt und wird vielleicht berechnet: Sehen Sie in Ihrem Konto beim Anbieter nach.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/http/answers.py"/>
        <source>It was probably charged. Look at your account at the provider before you run it again.</source>
        <translation>Es wurde wahrscheinlich berechnet. Sehen Sie in Ihrem Konto beim Anbieter nach, bevor Sie es noch einmal ausführen.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/onemin/provider.py"/>
        <source>It was probably charged: look for it in your 1min.ai account (record {id}).</source>
        <translation>Es wurde wahrscheinlich berechnet: Suchen Sie es in Ihrem Konto bei 1min.ai (Eintrag {id}).</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/onemin/provider.py"/>
        <source>It was probably charged: look for it in your 1min.ai account as {path} (record {id}).</source>
        <translation>Es wurde wahrscheinlich berechnet: Suchen Sie es in Ihrem Konto bei 1min.ai als {path} (Eintrag {id}).</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/sdcpp/provider.py"/>
        <source>it was started anew</source>
        <translation>er wurde neu gestartet</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/hints.py"/>
        <source>its key</source>
        <translation>seine Taste</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/session/session.py"/>
        <source>Its mask is not kept any more: left out.</source>
        <translation>Die Maske dazu ist nicht mehr da: weggelassen.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/effects/wishes.py"/>
        <source>Its most prominent colour is {colour} ({hex}).</source>
        <translation>Seine auffälligste Farbe ist {colour} ({hex}).</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/eachlabs/provider.py"/>
        <source>Its name.</source>
        <translation>Sein Name.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/recipe_in.py"/>
        <source>Its recipe is loaded. Nothing has been sent yet.</source>
        <translation>Sein Rezept ist geladen. Gesendet wurde noch nichts.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/session/session.py"/>
        <source>Its reference image is not kept any more: left out.</source>
        <translation>Das Referenzbild dazu ist nicht mehr da: weggelassen.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/session/session.py"/>
        <source>Its region fits a picture of another size: left out.</source>
        <translation>Der Bildbereich dazu passt zu einem Bild anderer Größe: weggelassen.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>Its size, in pixels of the picture.</source>
        <translation>Seine Größe, in Pixeln des Bildes.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>Its size.</source>
        <translation>Ihre Größe.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/recipe_dialog.py"/>
        <source>Job</source>
        <translation>Job</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/queue/job_report.py"/>
        <source>Job: {id}</source>
        <translation>Job: {id}</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/store/rescue.py"/>
        <source>Jobs and what was spent are lost, unless you put a backup of {name} in its place.</source>
        <translation>Jobs und Ausgaben sind verloren, es sei denn, Sie legen eine Sicherung von {name} an ihre Stelle.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/queue/job_rows.py"/>
        <source>Jobs, newest first</source>
        <translation>Jobs, der neueste zuerst</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/wording.py"/>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/window_dialogs.py"/>
        <location filename="../../flux_desktop/ui/dialogs/key_question.py"/>
        <location filename="../../flux_desktop/ui/dialogs/storage_page.py"/>
        <location filename="../../flux_desktop/ui/queue/job_row.py"/>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/export_marks.py"/>
        <source>Keep</source>
        <comment>of what the original says</comment>
        <translation>Behalten</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/finish_strip.py"/>
        <source>Keep as New Result</source>
        <translation>Als neues Ergebnis behalten</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/templates.py"/>
        <source>Keep faces</source>
        <translation>Gesichter behalten</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/key_card.py"/>
        <source>Keep in the keychain</source>
        <translation>Im Schlüsselbund aufbewahren</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/key_question.py"/>
        <source>Keep it as it is</source>
        <translation>Lassen, wie es ist</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/export_marks.py"/>
        <source>Keep the author</source>
        <translation>Den Urheber behalten</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/export_marks.py"/>
        <source>Keep the copyright</source>
        <translation>Den Urheberrechtsvermerk behalten</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/export_marks.py"/>
        <source>Keep the date taken</source>
        <translation>Das Aufnahmedatum behalten</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/templates.py"/>
        <source>Keep the framing</source>
        <translation>Den Ausschnitt behalten</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/note_editor.py"/>
        <source>Keep the note (Ctrl+Enter)</source>
        <translation>Die Notiz speichern (Strg+Eingabe)</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/size_note.py"/>
        <source>Keep the Original's Detail</source>
        <translation>Details des Originals behalten</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/export_marks.py"/>
        <source>Keep the place</source>
        <translation>Den Ort behalten</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/templates.py"/>
        <source>Keep the rest</source>
        <translation>Den Rest behalten</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/params/seed_field.py"/>
        <source>Keep the seed</source>
        <translation>Den Seed behalten</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/tool_options.py"/>
        <source>Keep what both have (also with Shift and Alt)</source>
        <translation>Behalten, was beiden gemeinsam ist (auch mit Umschalttaste und Alt)</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/detail.py"/>
        <source>Keeping the original's detail…</source>
        <translation>Die Details des Originals werden übernommen…</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>Kept keys</source>
        <translation>Aufbewahrte Schlüssel</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/key_card.py"/>
        <source>Kept.</source>
        <translation>Gespeichert.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/key_card.py"/>
        <source>Kept. It is tried when you press Test, or with the first edit.</source>
        <translation>Gespeichert. Er wird mit „Testen“ ausprobiert, oder mit der ersten Bearbeitung.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/key_card.py"/>
        <source>Kept: {where}</source>
        <translation>Aufbewahrt: {where}</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/keys_editor.py"/>
        <location filename="../../flux_desktop/ui/dialogs/provider_page.py"/>
        <source>Key</source>
        <translation>Taste</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/provider_page.py"/>
        <source>Key (optional)</source>
        <translation>Schlüssel (optional)</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/provider_page.py"/>
        <source>Key of {provider}</source>
        <translation>Schlüssel von {provider}</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/providers_page.py"/>
        <source>Key optional</source>
        <translation>Schlüssel optional</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/providers_page.py"/>
        <source>Key set</source>
        <translation>Schlüssel eingetragen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <location filename="../../flux_desktop/ui/dialogs/keys_editor.py"/>
        <location filename="../../flux_desktop/ui/dialogs/settings.py"/>
        <source>Keyboard</source>
        <translation>Tastatur</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/help.py"/>
        <location filename="../../flux_desktop/ui/dialogs/keyboard.py"/>
        <source>Keyboard and mouse</source>
        <translation>Tastatur und Maus</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/keyboard.py"/>
        <location filename="../../flux_desktop/ui/dialogs/keys_editor.py"/>
        <location filename="../../flux_desktop/ui/manual/lists.py"/>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/store/keys.py"/>
        <source>Keys are not kept in a plain file.</source>
        <translation>Schlüssel werden nicht in einer einfachen Datei aufbewahrt.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/providers_page.py"/>
        <source>Keys can be kept for this session only, or stand in the environment.</source>
        <translation>Schlüssel lassen sich nur für diese Sitzung behalten, oder in der Umgebung setzen.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>Keys in a plain file</source>
        <translation>Schlüssel in einer einfachen Datei</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/templates.py"/>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/openai/provider.py"/>
        <source>Kind of server</source>
        <translation>Art des Servers</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/store/rescue.py"/>
        <source>Known, but without a file until you restore a backup: {pictures}.</source>
        <translation>Bekannt, aber ohne Datei, bis Sie eine Sicherung zurückspielen: {pictures}.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/colour.py"/>
        <source>Lab was converted to sRGB.</source>
        <translation>Lab wurde nach sRGB umgerechnet.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>Lar&amp;ger Brush</source>
        <translation>&amp;Größerer Pinsel</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/manual/window.py"/>
        <source>Larger letters</source>
        <translation>Größere Schrift</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>Largest picture</source>
        <translation>Größtes Bild</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/tools/kinds.py"/>
        <source>Lasso</source>
        <translation>Lasso</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/tools/kinds.py"/>
        <source>lasso</source>
        <translation>Lasso</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/tool_bar.py"/>
        <source>Lasso: draw round a part by hand</source>
        <translation>Lasso: einen Teil von Hand umfahren</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/filters.py"/>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/filters.py"/>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/vocabulary.py"/>
        <source>Lays a texture over the picture, or behind one with transparent parts; by seed.</source>
        <translation>Legt eine Struktur über das Bild, oder hinter eines mit durchsichtigen Teilen; nach dem Seed.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/help.py"/>
        <source>Learn more</source>
        <translation>Mehr dazu</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/filters.py"/>
        <source>Least cost</source>
        <translation>Kosten ab</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/header.py"/>
        <source>Leave</source>
        <comment>the trash</comment>
        <translation>Verlassen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/trash_bar.py"/>
        <source>Leave everything as it is</source>
        <translation>Alles lassen, wie es ist</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/extend_strip.py"/>
        <source>Leave it as it is (Esc)</source>
        <translation>So lassen, wie es ist (Esc)</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/finish_strip.py"/>
        <source>Leave it as it was (Esc)</source>
        <translation>So lassen, wie es war (Esc)</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/addresses.py"/>
        <source>Leave out all before the @.</source>
        <translation>Lassen Sie alles vor dem @ weg.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>Leave prompt, model and seed out of them.</source>
        <translation>Prompt, Modell und Seed darin weglassen.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/extend_strip.py"/>
        <location filename="../../flux_desktop/ui/references/crop_dialog.py"/>
        <source>Left</source>
        <translation>Links</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <location filename="../../flux_desktop/ui/canvas/widget.py"/>
        <source>Left and right</source>
        <translation>Links und rechts</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/vocabulary.py"/>
        <source>Left and right exchanged.</source>
        <translation>Links und rechts vertauscht.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/tool_options.py"/>
        <source>Left edge, in pixels</source>
        <translation>Linker Rand, in Pixeln</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/queue/job_row.py"/>
        <source>Less</source>
        <translation>Weniger</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/differing.py"/>
        <source>Less than 1 % differs</source>
        <translation>Weniger als 1 % anders</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/tool_options.py"/>
        <source>Let the program choose what is sent around the region</source>
        <translation>Das Programm wählen lassen, was um den Bereich herum gesendet wird</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/sheet/options.py"/>
        <source>Letter</source>
        <translation>Letter</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/sheet/options.py"/>
        <source>Letter, wide</source>
        <translation>Letter, quer</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>Levels of 255 up to which a difference is none.</source>
        <translation>Stufen von 255, bis zu denen ein Unterschied keiner ist.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>Library at most</source>
        <translation>Bibliothek höchstens</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/licences.py"/>
        <source>Licence: {terms}</source>
        <translation>Lizenz: {terms}</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/licences.py"/>
        <source>Licences</source>
        <translation>Lizenzen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/about.py"/>
        <source>Licences…</source>
        <translation>Lizenzen…</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/vocabulary.py"/>
        <source>Lifts the blacks as in an old print.</source>
        <translation>Hebt das Schwarz an wie in einem alten Abzug.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/vocabulary.py"/>
        <location filename="../../flux_desktop/ui/dialogs/settings.py"/>
        <source>Light</source>
        <translation>Licht</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/vocabulary.py"/>
        <source>Light from the side; by seed.</source>
        <translation>Licht von der Seite; nach dem Seed.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/vocabulary.py"/>
        <source>Light spills over from what is bright.</source>
        <translation>Licht strömt über von dem, was hell ist.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/vocabulary.py"/>
        <source>Light tones turn round.</source>
        <translation>Helle Töne kehren sich um.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>Light, dark, or as the system has it.</source>
        <translation>Hell, dunkel, oder wie das System es hat.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/changes.py"/>
        <source>Light: other content than before. Dark: the same.</source>
        <translation>Hell: anderer Inhalt als zuvor. Dunkel: derselbe.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/vocabulary.py"/>
        <source>Lightens or darkens the middle tones.</source>
        <translation>Hellt die mittleren Töne auf oder dunkelt sie ab.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/change.py"/>
        <source>lighter +{value}</source>
        <translation>heller +{value}</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>Lines between pixels from 800 %, and their values from 3200 %.</source>
        <translation>Linien zwischen den Pixeln ab 800 %, und ihre Werte ab 3200 %.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/settings.py"/>
        <location filename="../../flux_desktop/ui/history/header.py"/>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/lumenfall/models.py"/>
        <source>Listed by Lumenfall; whether it edits, generates or both is not told.</source>
        <translation>Von Lumenfall aufgeführt; ob es bearbeitet, erzeugt oder beides, wird nicht gesagt.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/region_files.py"/>
        <source>Load a mask</source>
        <translation>Maske laden</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/recipe_in.py"/>
        <source>Load it</source>
        <translation>Laden</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/recipe_in.py"/>
        <source>Load Its &amp;Recipe</source>
        <translation>Sein &amp;Rezept laden</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/session/selection.py"/>
        <source>load of a mask</source>
        <translation>Laden einer Maske</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/session/session.py"/>
        <source>load of a recipe</source>
        <translation>Laden eines Rezepts</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/metadata.py"/>
        <source>location</source>
        <translation>Ort</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/kept.py"/>
        <source>Look at your account at the provider.</source>
        <translation>Sehen Sie in Ihrem Konto beim Anbieter nach.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>Look Clos&amp;ely</source>
        <translation>Genauer an&amp;sehen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/job.py"/>
        <source>Look there, or wait until it has ended.</source>
        <translation>Sehen Sie dort nach, oder warten Sie, bis er zu Ende ist.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/region_orders.py"/>
        <source>Looking for similar colours…</source>
        <translation>Ähnliche Farben werden gesucht…</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/look.py"/>
        <source>lost</source>
        <comment>a file</comment>
        <translation>verloren</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/compare_bar.py"/>
        <location filename="../../flux_desktop/ui/canvas/loupe.py"/>
        <source>Loupe</source>
        <translation>Lupe</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/widget.py"/>
        <source>Loupe off</source>
        <translation>Lupe aus</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/widget.py"/>
        <source>Loupe on</source>
        <translation>Lupe ein</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/compare_bar.py"/>
        <source>Loupe: both pictures much larger under the pointer</source>
        <translation>Lupe: beide Bilder stark vergrößert unter dem Zeiger</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/params/widgets.py"/>
        <source>low</source>
        <comment>a choice</comment>
        <translation>niedrig</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/lumenfall/provider.py"/>
        <source>Lumenfall accepts the key. The balance is {amount} {currency}.</source>
        <translation>Lumenfall nimmt den Schlüssel an. Das Guthaben beträgt {amount} {currency}.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/lumenfall/provider.py"/>
        <source>Lumenfall accepts the key; what is used is charged afterwards.</source>
        <translation>Lumenfall nimmt den Schlüssel an; was verbraucht wird, wird hinterher berechnet.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/lumenfall/models.py"/>
        <source>Lumenfall chooses who serves it, and says so with the result; the price is that of fal, the dearer one.</source>
        <translation>Lumenfall wählt, wer es ausführt, und nennt ihn beim Ergebnis; der Preis ist der von fal, dem teureren.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/lumenfall/models.py"/>
        <source>Lumenfall has no guidance for FLUX.2.</source>
        <translation>Lumenfall hat für FLUX.2 keine Guidance.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/lumenfall/models.py"/>
        <source>Lumenfall has no strength for FLUX.2.</source>
        <translation>Lumenfall hat für FLUX.2 keine Stärke.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/filters.py"/>
        <location filename="../../flux_desktop/ui/history/recipe_dialog.py"/>
        <source>Made</source>
        <translation>Entstanden</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/vocabulary.py"/>
        <source>Made by noise; the seed decides.</source>
        <translation>Aus Rauschen gemacht; der Seed entscheidet.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/lumenfall/provider.py"/>
        <source>Made by {provider}.</source>
        <translation>Gemacht von {provider}.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/filter_words.py"/>
        <source>made since {day}</source>
        <translation>entstanden seit {day}</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/filter_words.py"/>
        <source>made until {day}</source>
        <translation>entstanden bis {day}</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/filter_words.py"/>
        <source>made {day}</source>
        <translation>entstanden am {day}</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/filter_words.py"/>
        <source>made {first} to {last}</source>
        <translation>entstanden vom {first} bis {last}</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/prompt/mode_bar.py"/>
        <source>Make a new picture from words alone</source>
        <translation>Ein neues Bild allein aus Worten machen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/changes.py"/>
        <source>Make a new result:</source>
        <translation>Ein neues Ergebnis machen:</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/export.py"/>
        <source>Make it first.</source>
        <translation>Legen Sie ihn zuerst an.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/errors.py"/>
        <source>Make the picture smaller, or raise the limit in the settings.</source>
        <translation>Verkleinern Sie das Bild, oder erhöhen Sie die Grenze in den Einstellungen.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/actions.py"/>
        <source>Make this the picture to edit next (Ctrl+Enter)</source>
        <translation>Zum nächsten Ausgangsbild machen (Strg+Eingabe)</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/size_note.py"/>
        <source>Makes a new result in full size: the original, with the colours and the light of this one.</source>
        <translation>Macht ein neues Ergebnis in voller Größe: das Original, mit den Farben und dem Licht von diesem.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/manual/window.py"/>
        <location filename="../../flux_desktop/ui/palette/desk.py"/>
        <source>Manual</source>
        <translation>Handbuch</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/eachlabs/provider.py"/>
        <source>Many models behind one key, paid by the run.</source>
        <translation>Viele Modelle hinter einem Schlüssel, je Lauf bezahlt.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/onemin/provider.py"/>
        <source>Many models for one subscription, paid in credits.</source>
        <translation>Viele Modelle in einem Abonnement, bezahlt in Credits.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/replicate/provider.py"/>
        <source>Many models, paid by what is made; schemas are read from the models.</source>
        <translation>Viele Modelle, bezahlt nach dem, was entsteht; die Schemata werden von den Modellen gelesen.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/recipe_dialog.py"/>
        <source>Mask</source>
        <translation>Maske</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/outgoing.py"/>
        <source>mask</source>
        <translation>Maske</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/params/widgets.py"/>
        <source>match</source>
        <comment>the pixels of the source image</comment>
        <translation>wie das Ausgangsbild</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/changes.py"/>
        <source>Match colours</source>
        <translation>Farben angleichen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/params/widgets.py"/>
        <source>match input image</source>
        <translation>wie das Ausgangsbild</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/changes.py"/>
        <source>match of the colours</source>
        <translation>Angleichen der Farben</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/menus.py"/>
        <source>Match the colours of before</source>
        <translation>Farben an das Bild davor angleichen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/changes.py"/>
        <source>Measuring…</source>
        <translation>Wird gemessen…</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/params/widgets.py"/>
        <source>medium</source>
        <comment>a choice</comment>
        <translation>mittel</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/params.py"/>
        <source>Megapixels</source>
        <translation>Megapixel</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>Megapixels that a picture may declare before it is refused unread.</source>
        <translation>Megapixel, die ein Bild angeben darf, bevor es ungelesen abgelehnt wird.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/messages/bar.py"/>
        <source>Messages</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/about.py"/>
        <source>MIT licence. Uses Qt under the LGPL, version 3. Icons: Lucide, ISC licence.</source>
        <translation>MIT-Lizenz. Verwendet Qt unter der LGPL, Version 3. Symbole: Lucide, ISC-Lizenz.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/prompt/mode_bar.py"/>
        <source>Mode</source>
        <translation>Modus</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <location filename="../../flux_desktop/ui/dialogs/spending_model.py"/>
        <location filename="../../flux_desktop/ui/history/filters.py"/>
        <location filename="../../flux_desktop/ui/history/recipe_dialog.py"/>
        <location filename="../../flux_desktop/ui/params/model_chooser.py"/>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/palette/desk.py"/>
        <source>Model that edits</source>
        <translation>Modell, das bearbeitet</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/palette/desk.py"/>
        <source>Model that generates</source>
        <translation>Modell, das erzeugt</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>Model to generate</source>
        <translation>Modell zum Erzeugen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/queue/job_report.py"/>
        <source>Model: {name}</source>
        <translation>Modell: {name}</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/provider_page.py"/>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/help.py"/>
        <location filename="../../flux_desktop/ui/dialogs/money_page.py"/>
        <location filename="../../flux_desktop/ui/dialogs/settings.py"/>
        <source>Money</source>
        <translation>Geld</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/queue/job_row.py"/>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/vocabulary.py"/>
        <source>More colour where there is little.</source>
        <translation>Mehr Farbe, wo wenig ist.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/vocabulary.py"/>
        <source>More contrast in structures.</source>
        <translation>Mehr Kontrast in Strukturen.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/eachlabs/models.py"/>
        <location filename="../../flux_desktop/providers/fal/models.py"/>
        <source>More is faster, and may lose some detail.</source>
        <translation>Mehr ist schneller und kann Einzelheiten kosten.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/vocabulary.py"/>
        <source>More or less colour.</source>
        <translation>Mehr oder weniger Farbe.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/vocabulary.py"/>
        <source>More or less light, in stops.</source>
        <translation>Mehr oder weniger Licht, in Blendenstufen.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/change.py"/>
        <source>more vivid +{value}</source>
        <translation>kräftiger +{value}</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/params/foot.py"/>
        <source>More with these parameters</source>
        <translation>Mehr zu diesen Parametern</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/finish_strip.py"/>
        <source>Move down, in pixels</source>
        <translation>Nach unten verschieben, in Pixeln</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/edit_inputs.py"/>
        <source>move of a reference</source>
        <translation>Verschieben einer Referenz</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/region_orders.py"/>
        <source>move of the region</source>
        <translation>Verschieben des Bereichs</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/finish_strip.py"/>
        <source>Move right, in pixels</source>
        <translation>Nach rechts verschieben, in Pixeln</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/keyboard.py"/>
        <source>Move the divider; with Shift in larger steps</source>
        <translation>Die Trennlinie bewegen; mit Umschalt in größeren Schritten</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/keyboard.py"/>
        <source>Move the picture</source>
        <translation>Das Bild bewegen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/store/database.py"/>
        <source>Move {name} out of {folder} and start again.</source>
        <translation>Verschieben Sie {name} aus {folder} und starten Sie neu.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/changes.py"/>
        <source>Moved</source>
        <translation>Verschoben</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/recipe_dialog.py"/>
        <source>Moved by hand</source>
        <translation>Von Hand verschoben</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/change.py"/>
        <source>moved {distance} px</source>
        <translation>{distance} px verschoben</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/templates.py"/>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/colours/menu.py"/>
        <source>Name of {colour}</source>
        <translation>Name von {colour}</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/palettes.py"/>
        <source>name of {colour}</source>
        <translation>Name von {colour}</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/effects/wishes.py"/>
        <source>Name the colour that it has, e.g. “change grey to {target}”, or tint it: “tint {target}”.</source>
        <translation>Nennen Sie die Farbe, die es hat, z. B. „change grey to {target}“, oder färben Sie es ein: „tint {target}“.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <location filename="../../flux_desktop/ui/canvas/navigator.py"/>
        <source>Navigator</source>
        <translation>Navigator</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/providers_page.py"/>
        <source>Needs no key</source>
        <translation>Braucht keinen Schlüssel</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/eachlabs/models.py"/>
        <location filename="../../flux_desktop/providers/fal/models.py"/>
        <location filename="../../flux_desktop/providers/openai/servers.py"/>
        <location filename="../../flux_desktop/providers/sdcpp/models.py"/>
        <source>Negative prompt</source>
        <translation>Negativer Prompt</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/money.py"/>
        <source>never above {amount}</source>
        <translation>nie mehr als {amount}</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>Never above, per day</source>
        <translation>Nie mehr als, pro Tag</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>Never above, per month</source>
        <translation>Nie mehr als, pro Monat</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/tool_options.py"/>
        <source>New region</source>
        <translation>Neuer Bereich</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/region_orders.py"/>
        <source>new size of the region</source>
        <translation>neue Größe des Bereichs</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/templates.py"/>
        <source>New template</source>
        <translation>Neue Vorlage</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>Newer versions</source>
        <translation>Neuere Versionen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/filter_words.py"/>
        <source>Newest first</source>
        <translation>Neueste zuerst</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/filter_words.py"/>
        <source>newest first</source>
        <translation>neueste zuerst</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>Next &amp;Comparison</source>
        <translation>Nächster &amp;Vergleich</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/changes.py"/>
        <source>no</source>
        <comment>not moved</comment>
        <translation>nein</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/money.py"/>
        <source>no budget</source>
        <translation>kein Budget</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/colours/portal.py"/>
        <source>No colour was picked.</source>
        <translation>Es wurde keine Farbe gewählt.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/differing.py"/>
        <source>No difference</source>
        <translation>Kein Unterschied</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/differing.py"/>
        <source>No difference above the threshold</source>
        <translation>Kein Unterschied über der Schwelle</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>No edit is on its way.</source>
        <translation>Es ist keine Bearbeitung unterwegs.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/queue/panel.py"/>
        <source>No edits in the queue</source>
        <translation>Keine Bearbeitungen in der Warteschlange</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/outgoing.py"/>
        <source>no file</source>
        <translation>keine Datei</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/picture_in.py"/>
        <source>No files yet</source>
        <translation>Noch keine Dateien</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/keys_editor.py"/>
        <location filename="../../flux_desktop/ui/dialogs/providers_page.py"/>
        <source>No key</source>
        <translation>Keine Taste</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/key_card.py"/>
        <location filename="../../flux_desktop/ui/dialogs/provider_page.py"/>
        <source>No key.</source>
        <translation>Kein Schlüssel.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/provider_page.py"/>
        <source>No key; it is needed only where the server asks for one.</source>
        <translation>Kein Schlüssel; er ist nur nötig, wo der Server nach einem fragt.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/money_page.py"/>
        <location filename="../../flux_desktop/ui/dialogs/storage_page.py"/>
        <source>No limit</source>
        <translation>Keine Grenze</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/scene.py"/>
        <source>No picture is open</source>
        <translation>Kein Bild ist geöffnet</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/export_marks.py"/>
        <source>No prompt, model or seed; only whether AI made the picture.</source>
        <translation>Ohne Prompt, Modell und Seed; nur, ob KI das Bild gemacht hat.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>No Rat&amp;ing</source>
        <translation>&amp;Keine Bewertung</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/menus.py"/>
        <source>No rating</source>
        <translation>Keine Bewertung</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/region.py"/>
        <source>No region: all of the picture may change</source>
        <translation>Kein Bereich: Das ganze Bild darf sich ändern</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/panel.py"/>
        <source>No result for these filters.</source>
        <translation>Kein Ergebnis für diese Filter.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/panel.py"/>
        <source>No result for “{words}”.</source>
        <translation>Kein Ergebnis für „{words}“.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/words.py"/>
        <source>no seed</source>
        <translation>kein Seed</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/actions.py"/>
        <source>No seed is known</source>
        <translation>Kein Seed bekannt</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/params/seed_field.py"/>
        <source>No seed is sent: click to choose one</source>
        <translation>Es wird kein Seed gesendet: Klicken, um einen zu wählen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/sheet/controls.py"/>
        <source>No title</source>
        <translation>Ohne Titel</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/params/widgets.py"/>
        <source>none</source>
        <comment>a choice</comment>
        <translation>keine</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/params/panel.py"/>
        <source>Not available with this model ({n})</source>
        <translation>Bei diesem Modell nicht verfügbar ({n})</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/bulk_export.py"/>
        <source>Not exported: {problem} and {more} more.</source>
        <translation>Nicht exportiert: {problem} und {more} weitere.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/bulk_export.py"/>
        <source>Not exported: {problem}.</source>
        <translation>Nicht exportiert: {problem}.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/system/manners.py"/>
        <source>Not found: {names}</source>
        <translation>Nicht gefunden: {names}</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/recipe_dialog.py"/>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/window_dialogs.py"/>
        <source>Not now</source>
        <translation>Jetzt nicht</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/manual/find_bar.py"/>
        <source>Not on this page</source>
        <translation>Nicht auf dieser Seite</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/outgoing.py"/>
        <location filename="../../flux_desktop/ui/references/tile.py"/>
        <source>not sent</source>
        <translation>nicht gesendet</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/provider_page.py"/>
        <source>Not set.</source>
        <translation>Nicht gesetzt.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/outgoing.py"/>
        <source>not supported</source>
        <translation>nicht unterstützt</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/recipe_files.py"/>
        <source>Not taken over from {tool}: {values}.</source>
        <translation>Nicht von {tool} übernommen: {values}.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/note_editor.py"/>
        <location filename="../../flux_desktop/ui/history/recipe_dialog.py"/>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/node_marks.py"/>
        <source>note</source>
        <comment>in Undo</comment>
        <translation>Notiz</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/note_editor.py"/>
        <source>Note on {picture}</source>
        <translation>Notiz zu {picture}</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/words.py"/>
        <source>Note: {note}</source>
        <translation>Notiz: {note}</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/outgoing.py"/>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/store/database.py"/>
        <source>Nothing can be kept: this user may not write in {folder}. What is there is shown. Change the folder's rights, or choose another one with FLUX_DESKTOP_HOME.</source>
        <translation>Nichts lässt sich aufbewahren: Dieser Benutzer darf in {folder} nicht schreiben. Was da ist, wird gezeigt. Ändern Sie die Rechte des Ordners, oder wählen Sie mit FLUX_DESKTOP_HOME einen anderen.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/export.py"/>
        <source>Nothing can be written in {folder}.</source>
        <translation>In {folder} lässt sich nichts schreiben.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/palette/overlay.py"/>
        <source>Nothing fits. Try other words.</source>
        <translation>Nichts passt. Versuchen Sie es mit anderen Wörtern.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/prompt/help_panel.py"/>
        <source>Nothing found. Try another word, e.g. colour.</source>
        <translation>Nichts gefunden. Versuchen Sie es mit einem anderen Wort, z. B. Farbe.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/manual/window.py"/>
        <source>Nothing found. Try another word.</source>
        <translation>Nichts gefunden. Versuchen Sie es mit einem anderen Wort.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/provider_page.py"/>
        <source>Nothing has to be set up.</source>
        <translation>Es ist nichts einzurichten.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/storage_page.py"/>
        <source>Nothing is dropped by itself.</source>
        <translation>Von selbst wird nichts entfernt.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/finish_strip.py"/>
        <source>Nothing is sent and nothing is paid for it</source>
        <translation>Dafür wird nichts gesendet und nichts bezahlt</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/offline/provider.py"/>
        <source>Nothing is sent anywhere, so nothing is filtered.</source>
        <translation>Nichts wird irgendwohin gesendet, also wird auch nichts gefiltert.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/params/row.py"/>
        <source>Nothing is sent as {field}: the provider decides.</source>
        <translation>Als {field} wird nichts gesendet: Der Anbieter entscheidet.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/offline/provider.py"/>
        <source>Nothing leaves this machine: the edit is computed here.</source>
        <translation>Nichts verlässt diesen Rechner: Die Bearbeitung wird hier berechnet.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>Nothing moves by itself: blinking waits to be started.</source>
        <translation>Nichts bewegt sich von selbst: Das Blinken wartet, bis es gestartet wird.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/errors.py"/>
        <location filename="../../flux_desktop/providers/http/verdict.py"/>
        <source>Nothing was ordered. Check the connection and retry.</source>
        <translation>Nichts wurde bestellt. Prüfen Sie die Verbindung und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/eachlabs/uploads.py"/>
        <location filename="../../flux_desktop/providers/fal/provider.py"/>
        <location filename="../../flux_desktop/providers/onemin/provider.py"/>
        <location filename="../../flux_desktop/providers/replicate/provider.py"/>
        <source>Nothing was ordered. Retry in a moment.</source>
        <translation>Nichts wurde bestellt. Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/http/verdict.py"/>
        <source>Nothing was sent there.</source>
        <translation>Dorthin wurde nichts gesendet.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/http/verdict.py"/>
        <source>Nothing was sent. Check the provider's address in Settings › Providers, or the environment variable.</source>
        <translation>Nichts wurde gesendet. Prüfen Sie die Adresse des Anbieters in Einstellungen › Anbieter oder die Umgebungsvariable.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/shapes.py"/>
        <source>Nothing was sent. Choose a smaller size.</source>
        <translation>Nichts wurde gesendet. Wählen Sie eine kleinere Größe.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/errors.py"/>
        <source>Nothing was sent. Choose a value that the model can take.</source>
        <translation>Nichts wurde gesendet. Wählen Sie einen Wert, den das Modell annimmt.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/errors.py"/>
        <source>Nothing was sent. Correct it and try again.</source>
        <translation>Nichts wurde gesendet. Korrigieren Sie es und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/errors.py"/>
        <source>Nothing was sent. Raise the budget in Settings › Money, or wait for the next day or month.</source>
        <translation>Nichts wurde gesendet. Erhöhen Sie das Budget in Einstellungen › Geld, oder warten Sie auf den nächsten Tag oder Monat.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/session/waiting.py"/>
        <source>Nothing was sent. Select the part once more and run it again.</source>
        <translation>Nichts wurde gesendet. Wählen Sie den Teil noch einmal aus und führen Sie die Bearbeitung erneut aus.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/base.py"/>
        <source>Nothing was sent. Take some references out.</source>
        <translation>Nichts wurde gesendet. Nehmen Sie einige Referenzen heraus.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/sizes.py"/>
        <source>Nothing was sent. Write it like 1024x768.</source>
        <translation>Nichts wurde gesendet. Schreiben Sie es wie 1024x768.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/spending.py"/>
        <source>Nothing was spent in this time.</source>
        <translation>In dieser Zeit wurde nichts ausgegeben.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/quit_question.py"/>
        <source>Nothing would be lost any more.</source>
        <translation>Es würde nichts mehr verloren gehen.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/wording.py"/>
        <source>now</source>
        <comment>short for just now</comment>
        <translation>jetzt</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/extend.py"/>
        <source>Now write what is to be seen there, and run it.</source>
        <translation>Schreiben Sie nun, was dort zu sehen sein soll, und führen Sie es aus.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/storage_page.py"/>
        <source>Of these, trash</source>
        <translation>Davon im Papierkorb</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/params/widgets.py"/>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/recipe_dialog.py"/>
        <location filename="../../flux_desktop/ui/params/widgets.py"/>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>Offer the files opened last. Off: none is kept.</source>
        <translation>Die zuletzt geöffneten Dateien anbieten. Aus: Keine wird behalten.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/params/model_chooser.py"/>
        <source>Offline (no AI)</source>
        <translation>Offline (keine KI)</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/vocabulary.py"/>
        <source>Oil on canvas; by seed.</source>
        <translation>Öl auf Leinwand; nach dem Seed.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/templates.py"/>
        <location filename="../../flux_desktop/ui/history/note_editor.py"/>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/filter_words.py"/>
        <source>Oldest first</source>
        <translation>Älteste zuerst</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/filter_words.py"/>
        <source>oldest first</source>
        <translation>älteste zuerst</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/params/widgets.py"/>
        <source>On</source>
        <translation>Ein</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/recipe_dialog.py"/>
        <location filename="../../flux_desktop/ui/params/widgets.py"/>
        <source>on</source>
        <translation>ein</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/model.py"/>
        <source>on the canvas</source>
        <translation>auf der Arbeitsfläche</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/words.py"/>
        <source>on the way to the current picture</source>
        <translation>auf dem Weg zum aktuellen Bild</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/providers_page.py"/>
        <source>On this computer</source>
        <translation>Auf diesem Rechner</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/prompting.py"/>
        <location filename="../../flux_desktop/ui/prompt/help_panel.py"/>
        <source>One change at a time gives the steadiest results.</source>
        <translation>Eine Änderung nach der anderen bringt die zuverlässigsten Ergebnisse.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/vocabulary.py"/>
        <source>One colour.</source>
        <translation>Eine Farbe.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>One line the first time that a tool is used, and never again.</source>
        <translation>Eine Zeile beim ersten Gebrauch eines Werkzeugs, und dann nie wieder.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/edit_form.py"/>
        <source>One moment: the program is still starting.</source>
        <translation>Einen Moment: Das Programm startet noch.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/compare_bar.py"/>
        <source>Onion skin</source>
        <translation>Überlagerung</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/modes.py"/>
        <source>onion skin</source>
        <translation>Überlagerung</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/compare_bar.py"/>
        <source>Onion skin: one through the other</source>
        <translation>Überlagerung: eines scheint durch das andere</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/lumenfall/models.py"/>
        <source>Only fal takes steps: choose a model that is fixed to fal.</source>
        <translation>Nur fal kennt Schritte: Wählen Sie ein Modell, das auf fal festgelegt ist.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/bfl/models.py"/>
        <source>Only FLUX.2 [flex] takes guidance here.</source>
        <translation>Eine Guidance kennt hier nur FLUX.2 [flex].</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/bfl/models.py"/>
        <source>Only FLUX.2 [flex] takes steps here.</source>
        <translation>Schritte kennt hier nur FLUX.2 [flex].</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>Only if there is no keychain, at your own risk.</source>
        <translation>Nur, wenn es keinen Schlüsselbund gibt, auf eigenes Risiko.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/prompting.py"/>
        <source>Only image 1 is sent: the picture that is edited.</source>
        <translation>Gesendet wird nur „image 1“: das Bild, das bearbeitet wird.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/lumenfall/models.py"/>
        <source>Only Replicate has a fast mode: choose a model that is fixed to it.</source>
        <translation>Nur Replicate hat einen schnellen Modus: Wählen Sie ein Modell, das darauf festgelegt ist.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/lumenfall/models.py"/>
        <source>Only Replicate takes megapixels: choose a model that is fixed to it, or a resolution.</source>
        <translation>Nur Replicate kennt Megapixel: Wählen Sie ein Modell, das darauf festgelegt ist, oder eine Auflösung.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/fal/models.py"/>
        <source>Only the base variant of FLUX.2 [klein] has guidance.</source>
        <translation>Nur die Basisvariante von FLUX.2 [klein] hat eine Guidance.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/opening.py"/>
        <source>Only the first frame of {count} is used.</source>
        <translation>Nur das erste von {count} Einzelbildern wird verwendet.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/opening.py"/>
        <source>Only the first page of {count} is used.</source>
        <translation>Nur die erste von {count} Seiten wird verwendet.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/opening.py"/>
        <source>Only the main one of its {count} pictures is used.</source>
        <translation>Nur das Hauptbild von {count} Bildern wird verwendet.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/tool_options.py"/>
        <source>Only what hangs together with the place that is clicked</source>
        <translation>Nur, was mit der angeklickten Stelle zusammenhängt</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <location filename="../../flux_desktop/ui/canvas/finish_strip.py"/>
        <location filename="../../flux_desktop/ui/canvas/tuning_strip.py"/>
        <source>Opacity</source>
        <translation>Deckkraft</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/manual/window.py"/>
        <source>Open</source>
        <comment>in the browser</comment>
        <translation>Öffnen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>Open &amp;Recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/effects/makers.py"/>
        <source>Open a cut-out (PNG or WebP with transparency). What is background in a photo only a model can tell.</source>
        <translation>Öffnen Sie einen Freisteller (PNG oder WebP mit Transparenz). Was in einem Foto Hintergrund ist, kann nur ein Modell erkennen.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/web.py"/>
        <source>Open a file instead.</source>
        <translation>Öffnen Sie stattdessen eine Datei.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/errors.py"/>
        <source>Open a JPEG, PNG, WebP, TIFF, BMP, GIF, AVIF or HEIC picture.</source>
        <translation>Öffnen Sie ein Bild in JPEG, PNG, WebP, TIFF, BMP, GIF, AVIF oder HEIC.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/picture_in.py"/>
        <source>Open a picture</source>
        <translation>Bild öffnen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/opening.py"/>
        <source>Open a picture file that is in it.</source>
        <translation>Öffnen Sie eine Bilddatei, die darin liegt.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <location filename="../../flux_desktop/providers/base.py"/>
        <location filename="../../flux_desktop/services/recipes.py"/>
        <source>Open a picture first.</source>
        <translation>Öffnen Sie zuerst ein Bild.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/prompt/mode_bar.py"/>
        <source>Open a picture first: there is nothing to edit yet.</source>
        <translation>Öffnen Sie zuerst ein Bild: Es gibt noch nichts zu bearbeiten.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/parts/empty_state.py"/>
        <source>Open a picture from a file</source>
        <translation>Ein Bild aus einer Datei öffnen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/recipe_in.py"/>
        <source>Open as &amp;Picture</source>
        <translation>Als &amp;Bild öffnen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/storage_page.py"/>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/messages/ways.py"/>
        <source>Open help</source>
        <translation>Hilfe öffnen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/manual/window.py"/>
        <source>Open in the browser?</source>
        <translation>Im Browser öffnen?</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/store/database.py"/>
        <source>Open it once as a user who may write there.</source>
        <translation>Öffnen Sie sie einmal als Benutzer, der dort schreiben darf.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/recipe_in.py"/>
        <source>Open Its &amp;Tree</source>
        <translation>Seinen Ba&amp;um öffnen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/offline/provider.py"/>
        <source>Open one, or choose “Offline generate”.</source>
        <translation>Öffnen Sie eines, oder wählen Sie „Offline generate“.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>Open Recent</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/messages/ways.py"/>
        <source>Open the account…</source>
        <translation>Konto öffnen…</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/messages/ways.py"/>
        <source>Open the budgets…</source>
        <translation>Budgets öffnen…</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/storage_page.py"/>
        <source>Open the folder of the library</source>
        <translation>Den Ordner der Bibliothek öffnen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/messages/learn.py"/>
        <source>Open the manual at this problem</source>
        <translation>Das Handbuch bei diesem Problem öffnen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/parts/empty_state.py"/>
        <source>Open the sample picture</source>
        <translation>Das Beispielbild öffnen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/palette/desk.py"/>
        <source>Open {file}</source>
        <translation>{file} öffnen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/parts/empty_state.py"/>
        <source>Open {file} in {folder}</source>
        <translation>{file} in {folder} öffnen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/openai/provider.py"/>
        <source>OpenAI's images API, wherever it is spoken: LocalAI, vLLM-Omni, SGLang, a gateway, your own GPUs.</source>
        <translation>Die Bilder-API von OpenAI, wo immer sie gesprochen wird: LocalAI, vLLM-Omni, SGLang, ein Gateway, Ihre eigenen GPUs.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/openai/provider.py"/>
        <source>OpenAI's own servers need a key, and none is set.</source>
        <translation>Die eigenen Server von OpenAI brauchen einen Schlüssel, und es ist keiner eingetragen.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/session/inputs.py"/>
        <source>opening of “{name}”</source>
        <translation>Öffnen von „{name}“</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/viewer.py"/>
        <source>Opening {name}…</source>
        <translation>{name} wird geöffnet…</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/drop_zones.py"/>
        <source>Opens it on the canvas</source>
        <translation>Öffnet es auf der Arbeitsfläche</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/vocabulary.py"/>
        <source>Opens or deepens the shadows.</source>
        <translation>Öffnet oder vertieft die Schatten.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/provider_page.py"/>
        <source>Options</source>
        <translation>Optionen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/tool_options.py"/>
        <source>Options of the tool</source>
        <translation>Optionen des Werkzeugs</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/parts/empty_state.py"/>
        <source>or write what to generate</source>
        <translation>oder schreiben Sie, was entstehen soll</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/header.py"/>
        <source>Order and trash</source>
        <translation>Reihenfolge und Papierkorb</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/onemin/provider.py"/>
        <source>Order the picture, which costs credits.</source>
        <translation>Das Bild bestellen, was Credits kostet.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/spending_model.py"/>
        <source>Orders</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/scene.py"/>
        <location filename="../../flux_desktop/ui/desk/viewer.py"/>
        <location filename="../../flux_desktop/ui/history/original_card.py"/>
        <location filename="../../flux_desktop/ui/history/words.py"/>
        <location filename="../../flux_desktop/ui/sheet/entries.py"/>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/compare_bar.py"/>
        <source>Original while held</source>
        <translation>Original, solange gehalten</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/original_card.py"/>
        <source>Original, {name}, {width} × {height} pixels</source>
        <translation>Original, {name}, {width} × {height} Pixel</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/sheet/entries.py"/>
        <source>Original: {name}</source>
        <translation>Original: {name}</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>Originals</source>
        <translation>Originale</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/changes.py"/>
        <source>Other content</source>
        <translation>Anderer Inhalt</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/prompt/price_tag.py"/>
        <source>Out: {pictures}, {amount}.</source>
        <translation>Heraus: {pictures}, {amount}.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/wording.py"/>
        <source>Outcome unknown</source>
        <translation>Ausgang unbekannt</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/tool_options.py"/>
        <source>Outline, tint or nothing</source>
        <translation>Umriss, Tönung oder nichts</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>Over how many pixels the edge of a region fades.</source>
        <translation>Über wie viele Pixel der Rand eines Bereichs ausläuft.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>P&amp;revious Result</source>
        <translation>V&amp;orheriges Ergebnis</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>P&amp;ut It Back Differently…</source>
        <translation>Anders einse&amp;tzen…</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <location filename="../../flux_desktop/ui/sheet/controls.py"/>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/manual/page.py"/>
        <source>Page of the manual</source>
        <translation>Seite des Handbuchs</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/sheet/painting.py"/>
        <source>Page {page} of {pages}</source>
        <translation>Seite {page} von {pages}</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/settings.py"/>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/change.py"/>
        <source>paler {value}</source>
        <translation>blasser {value}</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/vocabulary.py"/>
        <source>Palettes</source>
        <translation>Paletten</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/colour.py"/>
        <source>Palettes (*.ase *.gpl *.ASE *.GPL)</source>
        <translation>Paletten (*.ase *.gpl *.ASE *.GPL)</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/main_window.py"/>
        <source>Panels</source>
        <translation>Bereiche</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/outgoing.py"/>
        <source>Parameter</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>Parameter values</source>
        <translation>Werte der Parameter</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/docks.py"/>
        <location filename="../../flux_desktop/ui/history/recipe_dialog.py"/>
        <location filename="../../flux_desktop/ui/params/panel.py"/>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/outgoing.py"/>
        <source>Parameters that are sent</source>
        <translation>Parameter, die gesendet werden</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/references/crop_view.py"/>
        <source>Part of the picture that is sent</source>
        <translation>Teil des Bildes, der gesendet wird</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/licences.py"/>
        <source>Parts of the program</source>
        <translation>Teile des Programms</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/outgoing.py"/>
        <source>passed</source>
        <translation>durchgereicht</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/params/row.py"/>
        <source>Passed on as {field}.</source>
        <translation>Wird als {field} durchgereicht.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/parts/empty_state.py"/>
        <source>Paste a picture or a file from the clipboard</source>
        <translation>Ein Bild oder eine Datei aus der Zwischenablage einfügen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/key_card.py"/>
        <source>Paste another one to replace it</source>
        <translation>Einen anderen einfügen, um ihn zu ersetzen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>Paste as Refere&amp;nce</source>
        <translation>A&amp;ls Referenz einfügen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/key_card.py"/>
        <source>Paste it here</source>
        <translation>Hier einfügen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/store/keys.py"/>
        <source>Paste the key that the provider shows.</source>
        <translation>Fügen Sie den Schlüssel ein, den der Anbieter zeigt.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/picture_in.py"/>
        <source>Pasted picture</source>
        <translation>Eingefügtes Bild</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/vocabulary.py"/>
        <source>Patterns</source>
        <translation>Muster</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/tuning_strip.py"/>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/vocabulary.py"/>
        <source>Pencil on paper; by seed.</source>
        <translation>Bleistift auf Papier; nach dem Seed.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>Per cent of the second picture that lies on the first.</source>
        <translation>Wie viel Prozent vom zweiten Bild über dem ersten liegen.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>Pic&amp;k from the Picture</source>
        <translation>Aus dem &amp;Bild aufnehmen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/references/crop_dialog.py"/>
        <source>Pick a colour</source>
        <translation>Farbe aufnehmen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/prompt/tools.py"/>
        <source>Pick a colour from the picture</source>
        <translation>Eine Farbe aus dem Bild aufnehmen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/colours/screen.py"/>
        <source>Pick a colour from the screen</source>
        <translation>Eine Farbe vom Bildschirm aufnehmen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/colours/portal.py"/>
        <source>Pick from the picture, or write the hex, e.g. #0066CC.</source>
        <translation>Nehmen Sie sie aus dem Bild, oder schreiben Sie den Hexwert, z. B. #0066CC.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>Pick from the Scr&amp;een</source>
        <translation>Vom Bild&amp;schirm aufnehmen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/palettes.py"/>
        <source>pick of {colour}</source>
        <translation>Aufnahme von {colour}</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/sheet/painting.py"/>
        <source>Picture missing</source>
        <translation>Bild fehlt</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/prompt/mode_bar.py"/>
        <source>Picture to edit</source>
        <translation>Ausgangsbild</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/model.py"/>
        <source>picture to edit</source>
        <translation>Ausgangsbild</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/storage_page.py"/>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/region_files.py"/>
        <source>Pictures (*.png *.tif *.tiff *.jpg *.webp)</source>
        <translation>Bilder (*.png *.tif *.tiff *.jpg *.webp)</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/picture_in.py"/>
        <source>Pictures ({patterns})</source>
        <translation>Bilder ({patterns})</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>Pictures side by side.</source>
        <translation>Bilder nebeneinander.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/sheet.py"/>
        <source>Pictures that are on the sheet</source>
        <translation>Bilder, die auf dem Bogen sind</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/prompt/completion.py"/>
        <source>Pictures to point at</source>
        <translation>Bilder, auf die der Prompt zeigen kann</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>Pixel &amp;Grid</source>
        <translation>Pixel&amp;raster</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>Pixel grid</source>
        <translation>Pixelraster</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/info_line.py"/>
        <source>Pixel under the pointer</source>
        <translation>Pixel unter dem Zeiger</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/outgoing.py"/>
        <source>Pixels</source>
        <translation>Pixel</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>Pixels on each side that it averages over.</source>
        <translation>Pixel je Seite, über die sie mittelt.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/extend_strip.py"/>
        <source>Pixels to add above</source>
        <translation>Pixel, die oben hinzukommen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/extend_strip.py"/>
        <source>Pixels to add below</source>
        <translation>Pixel, die unten hinzukommen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/extend_strip.py"/>
        <source>Pixels to add on the left</source>
        <translation>Pixel, die links hinzukommen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/extend_strip.py"/>
        <source>Pixels to add on the right</source>
        <translation>Pixel, die rechts hinzukommen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/lumenfall/models.py"/>
        <source>Pixels, e.g. 1024x768; or a ratio, e.g. 16:9; or auto. Pixels win over aspect ratio and resolution.</source>
        <translation>Pixel, z. B. 1024x768; oder ein Verhältnis, z. B. 16:9; oder auto. Pixel haben Vorrang vor Seitenverhältnis und Auflösung.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/export_marks.py"/>
        <source>Place (GPS)</source>
        <translation>Ort (GPS)</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/key_card.py"/>
        <source>Plain file (not protected)</source>
        <translation>Einfache Datei (nicht geschützt)</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>Plain wheel</source>
        <translation>Mausrad allein</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/fal/provider.py"/>
        <source>Platform address</source>
        <translation>Adresse der Plattform</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/region_files.py"/>
        <source>PNG pictures (*.png)</source>
        <translation>PNG-Bilder (*.png)</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/tools/kinds.py"/>
        <source>Polygon</source>
        <translation>Vieleck</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/tools/kinds.py"/>
        <source>polygon</source>
        <translation>Vieleck</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/tool_bar.py"/>
        <source>Polygon: click its corners, end with Enter or a double click</source>
        <translation>Vieleck: die Ecken anklicken, mit der Eingabetaste oder einem Doppelklick beenden</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>Pre&amp;vious Panel</source>
        <translation>Vo&amp;rheriger Bereich</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/key_capture.py"/>
        <source>Press the new key…</source>
        <translation>Neue Taste drücken…</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/prompt/run_bar.py"/>
        <source>price not published</source>
        <translation>Preis nicht veröffentlicht</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/vocabulary.py"/>
        <source>Printed dots, in black or in four inks.</source>
        <translation>Druckpunkte, in Schwarz oder in vier Farben.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>Profile file</source>
        <translation>Profildatei</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/queue/job_row.py"/>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <location filename="../../flux_desktop/ui/history/recipe_dialog.py"/>
        <location filename="../../flux_desktop/ui/prompt/box.py"/>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/keyboard.py"/>
        <source>Prompt box</source>
        <translation>Eingabefeld</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>Prompt hints</source>
        <translation>Hinweise zum Prompt</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>Prompt Te&amp;mplates…</source>
        <translation>Prompt-V&amp;orlagen…</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>Prompt text</source>
        <translation>Text des Prompts</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/export_marks.py"/>
        <source>Prompt, model and seed travel in the file.</source>
        <translation>Prompt, Modell und Seed reisen in der Datei mit.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/help.py"/>
        <source>Prompts that work</source>
        <translation>Prompts, die gelingen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <location filename="../../flux_desktop/ui/dialogs/spending_model.py"/>
        <location filename="../../flux_desktop/ui/history/filters.py"/>
        <location filename="../../flux_desktop/ui/history/recipe_dialog.py"/>
        <location filename="../../flux_desktop/ui/params/model_chooser.py"/>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/params/model_chooser.py"/>
        <source>Provider and model</source>
        <translation>Anbieter und Modell</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/queue/job_report.py"/>
        <source>Provider: {name}</source>
        <translation>Anbieter: {name}</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/providers_page.py"/>
        <location filename="../../flux_desktop/ui/dialogs/settings.py"/>
        <source>Providers</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>Providers and &amp;Keys…</source>
        <translation>&amp;Anbieter und Schlüssel…</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/help.py"/>
        <source>Providers and keys</source>
        <translation>Anbieter und Schlüssel</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/layered/psd.py"/>
        <source>PSD cannot hold a side of more than {longest} pixels.</source>
        <translation>PSD kann keine Seite von mehr als {longest} Pixeln aufnehmen.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/bulk_bar.py"/>
        <source>Put all into the trash (Del)</source>
        <translation>Alle in den Papierkorb legen (Entf)</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/bulk_bar.py"/>
        <source>Put all on a contact sheet</source>
        <translation>Alle auf einen Kontaktbogen bringen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/recipe_dialog.py"/>
        <source>Put back</source>
        <translation>Eingesetzt</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/words.py"/>
        <source>put back anew</source>
        <translation>neu eingesetzt</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/colours/chips.py"/>
        <source>Put into the prompt</source>
        <translation>In den Prompt setzen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/prompt/help_panel.py"/>
        <source>Put it into the prompt box</source>
        <translation>In das Eingabefeld setzen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/store/keys.py"/>
        <source>Put the key into the environment as {variable}, or keep it for this session only.</source>
        <translation>Setzen Sie den Schlüssel als {variable} in der Umgebung, oder behalten Sie ihn nur für diese Sitzung.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/prompting.py"/>
        <location filename="../../flux_desktop/ui/prompt/help_panel.py"/>
        <source>Put the words to be drawn in quotation marks.</source>
        <translation>Setzen Sie die Worte, die gezeichnet werden sollen, in Anführungszeichen.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/docks.py"/>
        <source>Put {panel} back</source>
        <translation>{panel} andocken</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/params.py"/>
        <location filename="../../flux_desktop/ui/dialogs/export.py"/>
        <source>Quality</source>
        <translation>Qualität</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/lumenfall/models.py"/>
        <source>Quality at Replicate</source>
        <translation>Qualität bei Replicate</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/docks.py"/>
        <location filename="../../flux_desktop/ui/queue/panel.py"/>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/queue/panel.py"/>
        <source>Queue finished</source>
        <translation>Warteschlange abgearbeitet</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/vocabulary.py"/>
        <source>Quieter flat areas.</source>
        <translation>Ruhigere Flächen.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/quit_question.py"/>
        <source>Quit anyway</source>
        <translation>Trotzdem beenden</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/quit_question.py"/>
        <source>Quit now?</source>
        <translation>Jetzt beenden?</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/quit_question.py"/>
        <source>Quit when done</source>
        <translation>Beenden, wenn fertig</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/info_line.py"/>
        <source>R {red} G {green} B {blue} (16 bit)</source>
        <translation>R {red} G {green} B {blue} (16 Bit)</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/params/row.py"/>
        <location filename="../../flux_desktop/ui/params/seed_field.py"/>
        <source>random</source>
        <translation>zufällig</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/bulk_bar.py"/>
        <location filename="../../flux_desktop/ui/history/menus.py"/>
        <source>Rate</source>
        <comment>verb</comment>
        <translation>Bewerten</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>Rate &amp;1 Star</source>
        <translation>Mit &amp;1 Stern bewerten</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>Rate &amp;2 Stars</source>
        <translation>Mit &amp;2 Sternen bewerten</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>Rate &amp;3 Stars</source>
        <translation>Mit &amp;3 Sternen bewerten</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>Rate &amp;4 Stars</source>
        <translation>Mit &amp;4 Sternen bewerten</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>Rate &amp;5 Stars</source>
        <translation>Mit &amp;5 Sternen bewerten</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/bulk_bar.py"/>
        <source>Rate all (1 to 5, 0 for none)</source>
        <translation>Alle bewerten (1 bis 5, 0 für keine Bewertung)</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/words.py"/>
        <source>rated {stars} of {best}</source>
        <translation>mit {stars} von {best} bewertet</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/filter_words.py"/>
        <source>rated {stars} or more</source>
        <translation>mit {stars} oder mehr bewertet</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>Ratin&amp;g</source>
        <translation>&amp;Bewertung</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/filters.py"/>
        <location filename="../../flux_desktop/ui/history/menus.py"/>
        <location filename="../../flux_desktop/ui/history/recipe_dialog.py"/>
        <source>Rating</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/node_marks.py"/>
        <source>rating</source>
        <comment>in Undo</comment>
        <translation>Bewertung</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/menus.py"/>
        <source>Re&amp;gion</source>
        <translation>Be&amp;reich</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>Re&amp;place…</source>
        <translation>Er&amp;setzen…</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/finish.py"/>
        <source>Reading what came back…</source>
        <translation>Was zurückkam, wird gelesen…</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/licences.py"/>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/store/rescue.py"/>
        <source>Rebuilt from its journal, with recipes and marks: {pictures}.</source>
        <translation>Aus ihrem Protokoll neu aufgebaut, mit Rezepten und Markierungen: {pictures}.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/parts/empty_state.py"/>
        <source>Recent pictures</source>
        <translation>Zuletzt geöffnete Bilder</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/export_marks.py"/>
        <source>Recipe</source>
        <translation>Rezept</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/tools/kinds.py"/>
        <source>Rectangle</source>
        <translation>Rechteck</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/tools/kinds.py"/>
        <source>rectangle</source>
        <translation>Rechteck</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/tool_bar.py"/>
        <source>Rectangle: select a part of the picture</source>
        <translation>Rechteck: einen Teil des Bildes auswählen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/vocabulary.py"/>
        <source>Red and blue drawn apart.</source>
        <translation>Rot und Blau auseinandergezogen.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>Red&amp;o</source>
        <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/changes.py"/>
        <source>Red, green, blue</source>
        <translation>Rot, Grün, Blau</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/change.py"/>
        <source>redder +{value}</source>
        <translation>röter +{value}</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/undo.py"/>
        <source>Redo</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/undo.py"/>
        <source>Redo {step}</source>
        <translation>Wiederherstellen: {step}</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>Reduce motion</source>
        <translation>Weniger Bewegung</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/references/strip.py"/>
        <source>Reference</source>
        <translation>Referenz</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/recipe_dialog.py"/>
        <location filename="../../flux_desktop/ui/prompt/help_panel.py"/>
        <location filename="../../flux_desktop/ui/references/strip.py"/>
        <source>Reference images</source>
        <translation>Referenzbilder</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/edit_inputs.py"/>
        <location filename="../../flux_desktop/ui/references/strip.py"/>
        <source>Reference images go with an edit of a picture.</source>
        <translation>Referenzbilder gehen mit der Bearbeitung eines Bildes.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/references/list_view.py"/>
        <source>Reference images in sending order</source>
        <translation>Referenzbilder in der Reihenfolge des Sendens</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/outgoing.py"/>
        <source>reference {number}</source>
        <translation>Referenz {number}</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/code.py"/>
        <location filename="../../flux_desktop/ui/dialogs/outgoing.py"/>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/provider_parts.py"/>
        <source>Refresh models</source>
        <translation>Modelle aktualisieren</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/region.py"/>
        <source>Region of {width} × {height} px</source>
        <translation>Bereich von {width} × {height} px</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/region.py"/>
        <source>Regions are drawn on a single picture, not in a comparison.</source>
        <translation>Bereiche werden auf einem einzelnen Bild gezeichnet, nicht in einem Vergleich.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/region.py"/>
        <source>Regions are drawn on the picture that is edited: {picture}</source>
        <translation>Bereiche werden auf dem Bild gezeichnet, das bearbeitet wird: {picture}</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/params/widgets.py"/>
        <source>regular</source>
        <comment>a choice</comment>
        <translation>normal</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>Remember files</source>
        <translation>Dateien merken</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/edit_inputs.py"/>
        <source>removal of a reference</source>
        <translation>Entfernen einer Referenz</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/palettes.py"/>
        <source>removal of all colours</source>
        <translation>Entfernen aller Farben</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/node_marks.py"/>
        <source>removal of the rating</source>
        <translation>Bewertung wegnehmen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/session/selection.py"/>
        <source>removal of the region</source>
        <translation>Aufheben des Bereichs</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/node_marks.py"/>
        <source>removal of the star</source>
        <translation>Stern wegnehmen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/palettes.py"/>
        <source>removal of {colour}</source>
        <translation>Entfernen von {colour}</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/colours/chips.py"/>
        <location filename="../../flux_desktop/ui/dialogs/templates.py"/>
        <source>Remove</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/colours/menu.py"/>
        <source>Remove all colours</source>
        <translation>Alle Farben entfernen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/storage_page.py"/>
        <source>Remove for good</source>
        <translation>Endgültig entfernen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/store/keys.py"/>
        <source>Remove {path} and set the keys again.</source>
        <translation>Entfernen Sie {path} und setzen Sie die Schlüssel neu.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/encoding.py"/>
        <source>Removed before sending: {things}.</source>
        <translation>Vor dem Senden entfernt: {things}.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/outgoing.py"/>
        <source>renamed</source>
        <translation>umbenannt</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/params/row.py"/>
        <source>Renamed: sent as {field}.</source>
        <translation>Umbenannt: wird als {field} gesendet.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/colours/chips.py"/>
        <source>Rename…</source>
        <translation>Umbenennen…</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/change.py"/>
        <source>repainted</source>
        <translation>neu gemalt</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/region_wishes.py"/>
        <location filename="../../flux_desktop/ui/dialogs/code.py"/>
        <location filename="../../flux_desktop/ui/dialogs/export.py"/>
        <location filename="../../flux_desktop/ui/dialogs/key_card.py"/>
        <location filename="../../flux_desktop/ui/dialogs/sheet.py"/>
        <location filename="../../flux_desktop/ui/dialogs/templates.py"/>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/replicate/provider.py"/>
        <source>Replicate accepts the key of {name}.</source>
        <translation>Replicate nimmt den Schlüssel von {name} an.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/replicate/provider.py"/>
        <source>Replicate accepts the key.</source>
        <translation>Replicate nimmt den Schlüssel an.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/replicate/provider.py"/>
        <source>Replicate did not make it{why}.</source>
        <translation>Replicate hat es nicht gemacht{why}.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/replicate/models.py"/>
        <source>Replicate has no strength for FLUX.2.</source>
        <translation>Replicate hat für FLUX.2 keine Stärke.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/replicate/provider.py"/>
        <source>Replicate has removed the result: it keeps it for an hour.</source>
        <translation>Replicate hat das Ergebnis entfernt: Es behält es eine Stunde lang.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/replicate/provider.py"/>
        <source>Replicate keeps the order and its results for an hour; whoever has a result's address can fetch it.</source>
        <translation>Replicate behält den Auftrag und seine Ergebnisse eine Stunde lang; wer die Adresse eines Ergebnisses hat, kann es abrufen.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/replicate/provider.py"/>
        <source>Replicate refused it: {why}.</source>
        <translation>Replicate hat es abgelehnt: {why}.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/replicate/models.py"/>
        <source>Replicate sets the guidance of this model itself.</source>
        <translation>Replicate legt die Guidance dieses Modells selbst fest.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/replicate/models.py"/>
        <source>Replicate sets the steps of FLUX.2 itself.</source>
        <translation>Replicate legt die Schritte von FLUX.2 selbst fest.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/replicate/models.py"/>
        <source>Replicate takes a shape and megapixels for FLUX.2 [klein], not exact pixels.</source>
        <translation>Replicate nimmt für FLUX.2 [klein] eine Form und Megapixel, keine genauen Pixel.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/replicate/models.py"/>
        <source>Replicate takes a shape or an exact size for FLUX.2 [dev].</source>
        <translation>Replicate nimmt für FLUX.2 [dev] eine Form oder eine genaue Größe.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/replicate/provider.py"/>
        <source>Replicate tells a status that is not known: {status}.</source>
        <translation>Replicate nennt einen unbekannten Status: {status}.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/replicate/provider.py"/>
        <source>Replicate took the order but named no address of its own to ask for it.</source>
        <translation>Replicate hat den Auftrag angenommen, aber keine eigene Adresse genannt, um danach zu fragen.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/replicate/provider.py"/>
        <source>Replicate took the picture but did not say where it is.</source>
        <translation>Replicate hat das Bild angenommen, aber nicht gesagt, wo es liegt.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/replicate/provider.py"/>
        <source>Replicate: it was ordered at another address.</source>
        <translation>Replicate: Es wurde bei einer anderen Adresse bestellt.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/replicate/provider.py"/>
        <source>Replicate: the order was cancelled there ({status}).</source>
        <translation>Replicate: Der Auftrag wurde dort abgebrochen ({status}).</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/messages/message.py"/>
        <location filename="../../flux_desktop/ui/queue/job_row.py"/>
        <location filename="../../flux_desktop/ui/wording.py"/>
        <source>Request id: {id}</source>
        <translation>Anfragenummer: {id}</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/keys_editor.py"/>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/finish_strip.py"/>
        <location filename="../../flux_desktop/ui/canvas/tool_options.py"/>
        <source>Reset</source>
        <comment>verb</comment>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/keys_editor.py"/>
        <source>Reset all</source>
        <translation>Alle zurücksetzen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/keys_editor.py"/>
        <source>Reset all…</source>
        <translation>Alle zurücksetzen…</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/tool_options.py"/>
        <source>Reset frame</source>
        <translation>Rahmen zurücksetzen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/params/row.py"/>
        <source>Reset {label}</source>
        <translation>{label} zurücksetzen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/lumenfall/models.py"/>
        <source>Resolution tier</source>
        <translation>Auflösungsstufe</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/words.py"/>
        <source>rest untouched</source>
        <translation>Rest unberührt</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/trash_bar.py"/>
        <source>Restore</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/archive/writing.py"/>
        <source>Restore it from the trash first.</source>
        <translation>Holen Sie es zuerst aus dem Papierkorb zurück.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/trash.py"/>
        <source>restore of {results}</source>
        <translation>{results} zurückholen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/scene.py"/>
        <location filename="../../flux_desktop/ui/desk/viewer.py"/>
        <location filename="../../flux_desktop/ui/history/menus.py"/>
        <location filename="../../flux_desktop/ui/history/recipe_dialog.py"/>
        <location filename="../../flux_desktop/ui/history/words.py"/>
        <location filename="../../flux_desktop/ui/messages/view.py"/>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/words.py"/>
        <source>Result {number} of {count}</source>
        <translation>Ergebnis {number} von {count}</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/list_view.py"/>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/panel.py"/>
        <source>Results appear here. They stay after you close the program.</source>
        <translation>Hier erscheinen Ergebnisse. Sie bleiben, auch wenn Sie das Programm schließen.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/list_view.py"/>
        <source>Results as tiles</source>
        <translation>Ergebnisse als Kacheln</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/lumenfall/models.py"/>
        <location filename="../../flux_desktop/providers/openai/servers.py"/>
        <source>Results come as</source>
        <translation>Ergebnisse kommen als</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/messages/message.py"/>
        <location filename="../../flux_desktop/ui/queue/job_row.py"/>
        <source>Retry</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/base.py"/>
        <source>Retry fetches it again without a new order.</source>
        <translation>„Wiederholen“ holt es noch einmal, ohne neuen Auftrag.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/errors.py"/>
        <source>Retry in a moment, or choose another provider.</source>
        <translation>Versuchen Sie es gleich noch einmal, oder wählen Sie einen anderen Anbieter.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/http/answers.py"/>
        <source>Retry in {minutes} minutes.</source>
        <translation>Versuchen Sie es in {minutes} Minuten noch einmal.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/http/answers.py"/>
        <source>Retry in {seconds} seconds.</source>
        <translation>Versuchen Sie es in {seconds} Sekunden noch einmal.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/sdcpp/provider.py"/>
        <source>Retry makes it again, which costs nothing but time.</source>
        <translation>„Wiederholen“ macht es noch einmal, was nichts kostet als Zeit.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/eachlabs/answers.py"/>
        <location filename="../../flux_desktop/providers/fal/answers.py"/>
        <location filename="../../flux_desktop/providers/replicate/provider.py"/>
        <source>Retry orders it anew.</source>
        <translation>„Wiederholen“ bestellt es neu.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/eachlabs/answers.py"/>
        <source>Retry orders it anew. Whether a failed run is charged, eachlabs does not say.</source>
        <translation>„Wiederholen“ bestellt es neu. Ob ein misslungener Lauf berechnet wird, sagt eachlabs nicht.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/actions.py"/>
        <source>Reuse</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/extend_strip.py"/>
        <source>Right</source>
        <translation>Rechts</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/params/seed_field.py"/>
        <source>Roll a new seed and keep it</source>
        <translation>Einen neuen Seed würfeln und behalten</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/effects/catalogue.py"/>
        <source>Rotated by {degrees} degrees; the empty corners were cropped away.</source>
        <translation>Um {degrees} Grad gedreht; die leeren Ecken wurden abgeschnitten.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/keyboard.py"/>
        <source>Run</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/wish.py"/>
        <location filename="../../flux_desktop/ui/prompt/run_bar.py"/>
        <source>Run</source>
        <comment>verb</comment>
        <translation>Ausführen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/queue/job_row.py"/>
        <source>Run again</source>
        <translation>Erneut ausführen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/queue/job_row.py"/>
        <source>Run again…</source>
        <translation>Erneut ausführen…</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>Run F&amp;irst</source>
        <translation>Als &amp;Nächstes ausführen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/window_dialogs.py"/>
        <source>Run it</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/errors.py"/>
        <source>Run it again when you like.</source>
        <translation>Führen Sie es wieder aus, wann Sie möchten.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/jobs.py"/>
        <source>Run the edit again.</source>
        <translation>Führen Sie die Bearbeitung noch einmal aus.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/actions.py"/>
        <source>Run the same recipe again with new seeds (V)</source>
        <translation>Dasselbe Rezept mit neuen Seeds noch einmal ausführen (V)</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/wording.py"/>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>S&amp;how Settings…</source>
        <translation>E&amp;instellungen zeigen…</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>S&amp;ofter Brush</source>
        <translation>&amp;Weicherer Pinsel</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>S&amp;pending…</source>
        <translation>A&amp;usgaben…</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>S&amp;tar, or Take the Star Away</source>
        <translation>&amp;Stern geben oder wegnehmen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/eachlabs/provider.py"/>
        <source>S3 addressing</source>
        <translation>S3-Adressierung</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/eachlabs/provider.py"/>
        <source>S3 bucket</source>
        <translation>S3-Bucket</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/eachlabs/provider.py"/>
        <source>S3 endpoint</source>
        <translation>S3-Endpunkt</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/eachlabs/provider.py"/>
        <source>S3 folder</source>
        <translation>S3-Ordner</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/eachlabs/provider.py"/>
        <source>S3 region</source>
        <translation>S3-Region</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/params.py"/>
        <source>Safety filter</source>
        <translation>Sicherheitsfilter</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/bfl/models.py"/>
        <location filename="../../flux_desktop/providers/eachlabs/models.py"/>
        <location filename="../../flux_desktop/providers/fal/models.py"/>
        <location filename="../../flux_desktop/providers/onemin/models.py"/>
        <location filename="../../flux_desktop/providers/replicate/models.py"/>
        <source>Safety tolerance</source>
        <translation>Toleranz des Filters</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/templates.py"/>
        <source>Same light</source>
        <translation>Gleiches Licht</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/sdcpp/models.py"/>
        <source>Sampler</source>
        <translation>Sampler</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/key_card.py"/>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/sheet.py"/>
        <source>Save as {format}…</source>
        <translation>Als {format} speichern…</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/web.py"/>
        <source>Save it in the browser, then open the file.</source>
        <translation>Speichern Sie es im Browser, und öffnen Sie dann die Datei.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/code.py"/>
        <source>Save the code in</source>
        <translation>Code speichern in</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/sheet.py"/>
        <source>Save the contact sheet as</source>
        <translation>Den Kontaktbogen speichern als</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/key_card.py"/>
        <source>Save the key first.</source>
        <translation>Speichern Sie den Schlüssel zuerst.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/region_files.py"/>
        <source>Save the mask</source>
        <translation>Maske speichern</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/region/mask_file.py"/>
        <source>Save the mask as large as the picture, and load it again.</source>
        <translation>Speichern Sie die Maske so groß wie das Bild, und laden Sie sie noch einmal.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/code.py"/>
        <source>Save with pictures…</source>
        <translation>Mit Bildern speichern…</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/sheet.py"/>
        <source>Saved as {files} in {folder}.</source>
        <translation>Gespeichert als {files} in {folder}.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/code.py"/>
        <source>Saved in {folder}: {names}.</source>
        <translation>In {folder} gespeichert: {names}.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/code.py"/>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/hints.py"/>
        <source>Say below what to change, then press {run}.</source>
        <translation>Sagen Sie unten, was sich ändern soll, und drücken Sie {run}.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/offline/vocabulary.py"/>
        <source>Say first what to make. {summary}</source>
        <translation>Sagen Sie zuerst, was entstehen soll. {summary}</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/prompt/help_panel.py"/>
        <source>Say what changes and what stays</source>
        <translation>Sagen Sie, was sich ändert und was bleibt</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/prompting.py"/>
        <source>Say what each reference is for: “the jacket of image 2”.</source>
        <translation>Sagen Sie, wofür jede Referenz da ist: „the jacket of image 2“.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/prompting.py"/>
        <source>Say what stays, too: “Keep everything else as it is.”</source>
        <translation>Sagen Sie auch, was bleibt: „Keep everything else as it is.“</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/prompt/box.py"/>
        <source>Say what to change, e.g. Make the red jacket #0066cc</source>
        <translation>Sagen Sie, was sich ändern soll, z. B. Make the red jacket #0066cc</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/prompt/box.py"/>
        <source>Say what to make, e.g. A lighthouse at dusk, soft light, film grain</source>
        <translation>Sagen Sie, was entstehen soll, z. B. A lighthouse at dusk, soft light, film grain</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/prompt/help_panel.py"/>
        <source>Say what you want to see</source>
        <translation>Sagen Sie, was zu sehen sein soll</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/encoding.py"/>
        <source>Scaled from {before} to {after} so that it stays under {amount}.</source>
        <translation>Von {before} auf {after} verkleinert, damit es unter {amount} bleibt.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/sdcpp/models.py"/>
        <source>Scheduler</source>
        <translation>Scheduler</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/sheet/options.py"/>
        <source>Screen, 16:9</source>
        <translation>Bildschirm, 16:9</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/settings.py"/>
        <source>Scrolls</source>
        <translation>Verschiebt</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/header.py"/>
        <location filename="../../flux_desktop/ui/prompt/help_panel.py"/>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/command_tree.py"/>
        <source>Search commands and keys</source>
        <translation>Befehle und Tasten durchsuchen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/header.py"/>
        <source>Search prompts and notes</source>
        <translation>Prompts und Notizen durchsuchen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/prompt/help_panel.py"/>
        <source>Search the help</source>
        <translation>Die Hilfe durchsuchen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/manual/window.py"/>
        <source>Search the manual</source>
        <translation>Handbuch durchsuchen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/prompt/run_bar.py"/>
        <source>See all that would leave this computer</source>
        <translation>Alles sehen, was diesen Rechner verlassen würde</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/params/foot.py"/>
        <source>See and copy this run as cURL, Python or JavaScript (Ctrl+Shift+C)</source>
        <translation>Diesen Lauf als cURL, Python oder JavaScript ansehen und kopieren (Strg+Umschalt+C)</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/replicate/models.py"/>
        <source>see the model's page at Replicate</source>
        <translation>siehe die Seite des Modells bei Replicate</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>See the Picture &amp;Before</source>
        <translation>Das &amp;Bild davor zeigen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/keyboard.py"/>
        <source>See the picture as it was before</source>
        <translation>Das Bild sehen, wie es davor war</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/licences.py"/>
        <source>see the text</source>
        <translation>siehe Text</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/params.py"/>
        <location filename="../../flux_desktop/core/settings.py"/>
        <location filename="../../flux_desktop/ui/history/actions.py"/>
        <location filename="../../flux_desktop/ui/history/filters.py"/>
        <location filename="../../flux_desktop/ui/history/recipe_dialog.py"/>
        <source>Seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/actions.py"/>
        <source>Seed {seed}</source>
        <translation>Seed {seed}</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/filter_words.py"/>
        <location filename="../../flux_desktop/ui/history/words.py"/>
        <location filename="../../flux_desktop/ui/sheet/entries.py"/>
        <source>seed {seed}</source>
        <translation>Seed {seed}</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/viewer.py"/>
        <source>Seed {seed} · {model}</source>
        <translation>Seed {seed} · {model}</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>Select &amp;All Results</source>
        <translation>&amp;Alle Ergebnisse auswählen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>Select a part of the picture first.</source>
        <translation>Wählen Sie zuerst einen Teil des Bildes aus.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/regions.py"/>
        <location filename="../../flux_desktop/services/session/session.py"/>
        <source>Select the part once more.</source>
        <translation>Wählen Sie den Teil noch einmal aus.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/history.py"/>
        <source>Select the results for the contact sheet in the history first.</source>
        <translation>Wählen Sie zuerst im Verlauf die Ergebnisse für den Kontaktbogen aus.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/tools/kinds.py"/>
        <source>selection of a colour</source>
        <translation>Auswahl einer Farbe</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/session/selection.py"/>
        <source>selection of the whole picture</source>
        <translation>Auswahl des ganzen Bildes</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/references/strip.py"/>
        <source>Send it earlier (Alt+Left)</source>
        <translation>Früher senden (Alt+Pfeil links)</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/references/strip.py"/>
        <source>Send it later (Alt+Right)</source>
        <translation>Später senden (Alt+Pfeil rechts)</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/references/crop_dialog.py"/>
        <source>Send this part in place of the picture</source>
        <translation>Diesen Teil statt des Bildes senden</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/recipe_dialog.py"/>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/outgoing.py"/>
        <location filename="../../flux_desktop/ui/history/recipe_dialog.py"/>
        <source>Sent as</source>
        <translation>Gesendet als</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/encoding.py"/>
        <source>Sent as {format}, quality {quality}.</source>
        <translation>Gesendet als {format}, Qualität {quality}.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/encoding.py"/>
        <source>Sent as {format}, without further loss.</source>
        <translation>Gesendet als {format}, ohne weiteren Verlust.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/openai/servers.py"/>
        <source>Sent only if you set it: OpenAI's own models do not take it, a server of one's own may.</source>
        <translation>Wird nur gesendet, wenn Sie es setzen: Die eigenen Modelle von OpenAI nehmen es nicht, ein eigener Server vielleicht.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/help.py"/>
        <source>Servers of your own</source>
        <translation>Eigene Server</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/fal/provider.py"/>
        <source>Set fal's address back in Settings › Providers, then retry: the order was made at {place}.</source>
        <translation>Setzen Sie die Adresse von fal in Einstellungen › Anbieter zurück, dann „Wiederholen“: Der Auftrag wurde bei {place} erteilt.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/key_card.py"/>
        <source>Set in the environment as {variable}</source>
        <translation>In der Umgebung gesetzt als {variable}</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/openai/provider.py"/>
        <source>Set one in Settings › Providers, or the address of your own server. Nothing was sent.</source>
        <translation>Tragen Sie einen in Einstellungen › Anbieter ein, oder die Adresse Ihres eigenen Servers. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/replicate/provider.py"/>
        <source>Set Replicate's address back in Settings › Providers, then retry: the order was made at {place}.</source>
        <translation>Setzen Sie die Adresse von Replicate in Einstellungen › Anbieter zurück, dann „Wiederholen“: Der Auftrag wurde bei {place} erteilt.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/messages/ways.py"/>
        <source>Set the key…</source>
        <translation>Schlüssel eintragen…</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/bfl/provider.py"/>
        <source>Set the provider's address back in Settings › Providers, then retry: it fetches without a new order.</source>
        <translation>Setzen Sie die Adresse des Anbieters in Einstellungen › Anbieter zurück, dann „Wiederholen“: Das holt es ohne neuen Auftrag.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/settings.py"/>
        <location filename="../../flux_desktop/ui/palette/desk.py"/>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/recipe_dialog.py"/>
        <source>Settings of this result</source>
        <translation>Einstellungen dieses Ergebnisses</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/palette/desk.py"/>
        <source>Settings: General</source>
        <translation>Einstellungen: Allgemein</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/palette/desk.py"/>
        <source>Settings: Keyboard</source>
        <translation>Einstellungen: Tastatur</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/palette/desk.py"/>
        <source>Settings: Money</source>
        <translation>Einstellungen: Geld</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/palette/desk.py"/>
        <source>Settings: Providers</source>
        <translation>Einstellungen: Anbieter</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/palette/desk.py"/>
        <source>Settings: Storage</source>
        <translation>Einstellungen: Speicher</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/vocabulary.py"/>
        <source>Shadows in one colour, lights in another.</source>
        <translation>Schatten in einer Farbe, Lichter in einer anderen.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/vocabulary.py"/>
        <location filename="../../flux_desktop/ui/canvas/extend_strip.py"/>
        <source>Shape</source>
        <translation>Form</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/extend_strip.py"/>
        <source>Shape of the extended picture</source>
        <translation>Form des erweiterten Bildes</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/vocabulary.py"/>
        <source>Shapes that repeat, bokeh and stars; the first colour is the ground.</source>
        <translation>Formen, die sich wiederholen, Bokeh und Sterne; die erste Farbe ist der Grund.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/vocabulary.py"/>
        <source>Sharp in the middle band only, like a model.</source>
        <translation>Nur im mittleren Streifen scharf, wie ein Modell.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/vocabulary.py"/>
        <source>Sharpness</source>
        <translation>Schärfe</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/bulk_bar.py"/>
        <source>Sheet…</source>
        <translation>Bogen…</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/menus.py"/>
        <location filename="../../flux_desktop/ui/system/notices.py"/>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/messages/message.py"/>
        <source>Show</source>
        <comment>a result, on a button</comment>
        <translation>Zeigen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/messages/view.py"/>
        <location filename="../../flux_desktop/ui/queue/job_row.py"/>
        <source>Show</source>
        <comment>verb</comment>
        <translation>Zeigen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/keyboard.py"/>
        <source>Show a result</source>
        <translation>Ein Ergebnis zeigen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/settings.py"/>
        <source>Show all hints again</source>
        <translation>Alle Hinweise wieder zeigen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/changes.py"/>
        <source>Show as difference</source>
        <translation>Als Differenz zeigen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>Show hints</source>
        <translation>Hinweise zeigen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/tool_options.py"/>
        <source>Show it</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/header.py"/>
        <source>Show only what is starred, rated, of one model …</source>
        <translation>Nur zeigen, was einen Stern hat, bewertet ist, von einem Modell stammt …</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/actions.py"/>
        <location filename="../../flux_desktop/ui/history/menus.py"/>
        <source>Show settings</source>
        <translation>Einstellungen zeigen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/money_page.py"/>
        <source>Show spending</source>
        <translation>Ausgaben zeigen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/money_page.py"/>
        <source>Show spending…</source>
        <translation>Ausgaben zeigen…</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>Show the &amp;Trash</source>
        <translation>&amp;Papierkorb zeigen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/tool_options.py"/>
        <source>Show the region as an outline, as a tint, or not</source>
        <translation>Den Bereich als Umriss, getönt oder gar nicht zeigen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/widget.py"/>
        <source>Showing {picture}</source>
        <translation>Zeigt {picture}</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/scene.py"/>
        <source>showing {picture}</source>
        <translation>zeigt {picture}</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/tool_adjust.py"/>
        <source>Shrink</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/session/selection.py"/>
        <source>shrinking of the region</source>
        <translation>Verkleinern des Bereichs</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/compare_bar.py"/>
        <source>Side by side</source>
        <translation>Nebeneinander</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/modes.py"/>
        <source>side by side</source>
        <translation>nebeneinander</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/compare_bar.py"/>
        <source>Side by side: before and after with the same zoom</source>
        <translation>Nebeneinander: vorher und nachher mit demselben Zoom</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/widget.py"/>
        <source>Sides swapped</source>
        <translation>Seiten vertauscht</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>Similar &amp;Colour</source>
        <translation>Ähnliche &amp;Farbe</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/tools/kinds.py"/>
        <source>Similar colour</source>
        <translation>Ähnliche Farbe</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/tool_bar.py"/>
        <source>Similar colour: click a colour to select it</source>
        <translation>Ähnliche Farbe: eine Farbe anklicken, um sie auszuwählen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/compare_bar.py"/>
        <source>Single</source>
        <translation>Einzeln</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/modes.py"/>
        <source>single</source>
        <translation>einzeln</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/keys_editor.py"/>
        <source>Single letters, digits and signs are keys of the canvas and the history</source>
        <translation>Einzelne Buchstaben, Ziffern und Zeichen sind Tasten der Arbeitsfläche und des Verlaufs</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/compare_bar.py"/>
        <source>Single: the picture alone</source>
        <translation>Einzeln: das Bild allein</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/params.py"/>
        <location filename="../../flux_desktop/providers/lumenfall/sizes.py"/>
        <location filename="../../flux_desktop/ui/canvas/tool_options.py"/>
        <location filename="../../flux_desktop/ui/dialogs/outgoing.py"/>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/tool_options.py"/>
        <source>Size of the brush, in pixels</source>
        <translation>Größe des Pinsels, in Pixeln</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/tool_options.py"/>
        <source>Size of the brush, in pixels of the picture</source>
        <translation>Größe des Pinsels, in Pixeln des Bildes</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/changes.py"/>
        <source>Size of the content</source>
        <translation>Größe des Inhalts</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/size_note.py"/>
        <source>Size of the result</source>
        <translation>Größe des Ergebnisses</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/recipe_files.py"/>
        <source>Size {value} became the aspect ratio {nearest}: {reason}</source>
        <translation>Größe {value} wurde zum Seitenverhältnis {nearest}: {reason}</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>Size, place and panels of the window.</source>
        <translation>Größe, Lage und Bereiche des Fensters.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/shapes.py"/>
        <source>Size: {width}×{height} is too large. The most are {most} megapixels.</source>
        <translation>Größe: {width}×{height} ist zu groß. Höchstens {most} Megapixel sind möglich.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/lumenfall/sizes.py"/>
        <source>Size: “{size}” does not fit. A side has 1 to {longest_side} pixels.</source>
        <translation>Größe: „{size}“ passt nicht. Eine Seite hat 1 bis {longest_side} Pixel.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/sizes.py"/>
        <source>Size: “{size}” does not fit. It takes width and height of {least} to {most} pixels.</source>
        <translation>Größe: „{size}“ passt nicht. Möglich sind Breite und Höhe von {least} bis {most} Pixeln.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/openai/servers.py"/>
        <source>Size: “{words}” does not fit. It takes pixels such as 1024x768, or auto.</source>
        <translation>Größe: „{words}“ passt nicht. Möglich sind Pixel wie 1024x768, oder auto.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/newer.py"/>
        <source>Skip this version</source>
        <translation>Diese Version überspringen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/manual/window.py"/>
        <source>Smaller letters</source>
        <translation>Kleinere Schrift</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/templates.py"/>
        <source>Snippet: is put in at the cursor</source>
        <translation>Textbaustein: wird an der Schreibmarke eingefügt</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/prompt/template_menu.py"/>
        <source>Snippets</source>
        <translation>Textbausteine</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/tool_adjust.py"/>
        <source>Softness</source>
        <translation>Weichheit</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/tasks.py"/>
        <location filename="../../flux_desktop/ui/app.py"/>
        <source>Something went wrong in the program: {kind}.</source>
        <translation>Im Programm ist etwas schiefgegangen: {kind}.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/outgoing.py"/>
        <source>source</source>
        <translation>Ausgangsbild</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/spending.py"/>
        <source>Spending</source>
        <translation>Ausgaben</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/compare_bar.py"/>
        <source>Split</source>
        <translation>Geteilt</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/modes.py"/>
        <source>split</source>
        <translation>geteilt</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/compare_bar.py"/>
        <source>Split: before and after, with a divider to move</source>
        <translation>Geteilt: vorher und nachher, mit einer beweglichen Trennlinie</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/vocabulary.py"/>
        <source>Squares of one colour.</source>
        <translation>Quadrate von einer Farbe.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/sdcpp/provider.py"/>
        <source>stable-diffusion.cpp finished without a picture.</source>
        <translation>stable-diffusion.cpp ist ohne Bild fertig geworden.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/actions.py"/>
        <location filename="../../flux_desktop/ui/history/bulk_bar.py"/>
        <location filename="../../flux_desktop/ui/history/menus.py"/>
        <source>Star</source>
        <comment>verb</comment>
        <translation>Stern geben</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/node_marks.py"/>
        <source>star</source>
        <comment>in Undo</comment>
        <translation>Stern</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/actions.py"/>
        <source>Star (.)</source>
        <translation>Stern (.)</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/bulk_bar.py"/>
        <source>Star all, or take the stars away (.)</source>
        <translation>Allen einen Stern geben oder wegnehmen (.)</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/filters.py"/>
        <source>Starred</source>
        <translation>Mit Stern</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/filter_words.py"/>
        <location filename="../../flux_desktop/ui/history/recipe_dialog.py"/>
        <location filename="../../flux_desktop/ui/history/words.py"/>
        <source>starred</source>
        <translation>mit Stern</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/sdcpp/provider.py"/>
        <source>Start the server: Settings › Providers says how. If it runs, check the address there.</source>
        <translation>Starten Sie den Server: Wie, steht in Einstellungen › Anbieter. Läuft er, prüfen Sie dort die Adresse.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/quit_question.py"/>
        <source>Stay</source>
        <translation>Bleiben</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/params.py"/>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/settings.py"/>
        <location filename="../../flux_desktop/ui/dialogs/storage_page.py"/>
        <source>Storage</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/fal/provider.py"/>
        <source>Storage address</source>
        <translation>Adresse des Speichers</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/onemin/provider.py"/>
        <source>Store the picture in the account.</source>
        <translation>Das Bild im Konto ablegen.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/replicate/provider.py"/>
        <source>Stored among the files of your Replicate account until the run has ended; only your token opens it.</source>
        <translation>Liegt bei den Dateien Ihres Kontos bei Replicate, bis der Lauf zu Ende ist; nur Ihr Token öffnet sie.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/onemin/provider.py"/>
        <source>Stored as a private asset in your 1min.ai account; it is not documented for how long.</source>
        <translation>Liegt als private Datei in Ihrem Konto bei 1min.ai; wie lange, ist nicht dokumentiert.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/eachlabs/uploads.py"/>
        <source>Stored at eachlabs, in the United States. Whoever has its address, which cannot be guessed, can fetch it until it is removed after the run, and for one hour at most.</source>
        <translation>Liegt bei eachlabs, in den USA. Wer die Adresse hat, die sich nicht erraten lässt, kann es abrufen, bis es nach dem Lauf entfernt wird, höchstens eine Stunde lang.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/fal/provider.py"/>
        <source>Stored at fal for a day; whoever has its address, which cannot be guessed, can fetch it.</source>
        <translation>Liegt einen Tag lang bei fal; wer die Adresse hat, die sich nicht erraten lässt, kann es abrufen.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/eachlabs/uploads.py"/>
        <source>Stored in your bucket at {place}. eachlabs gets a signed address; whoever has that can fetch it until it is removed after the run, and for one hour at most.</source>
        <translation>Liegt in Ihrem Bucket bei {place}. eachlabs bekommt eine signierte Adresse; wer sie hat, kann es abrufen, bis es nach dem Lauf entfernt wird, höchstens eine Stunde lang.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/params.py"/>
        <source>Strength</source>
        <translation>Stärke</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/vocabulary.py"/>
        <source>Stretches the tones to black and white.</source>
        <translation>Spreizt die Töne bis Schwarz und Weiß.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/tools/kinds.py"/>
        <source>stroke of the eraser</source>
        <translation>Strich des Radierers</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/prompt/help_panel.py"/>
        <source>Subject first, then surroundings and light, in 40 to 70 words.</source>
        <translation>Zuerst das Motiv, dann Umgebung und Licht, in 40 bis 70 Wörtern.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/changes.py"/>
        <source>Sure of the place</source>
        <translation>Sicherheit der Lage</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>Swap the Two Si&amp;des</source>
        <translation>Seiten ver&amp;tauschen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/vocabulary.py"/>
        <source>Swatches with their hex; the seed decides.</source>
        <translation>Farbfelder mit ihrem Hexwert; der Seed entscheidet.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/keys_editor.py"/>
        <source>Switched off</source>
        <translation>Abgeschaltet</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/keymap.py"/>
        <source>Tab and Esc are for moving about and leaving: choose another key.</source>
        <translation>Tab und Esc sind zum Bewegen und Verlassen da: Wählen Sie eine andere Taste.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/keyboard.py"/>
        <source>Take a picture that is seen whole into another program</source>
        <translation>Ein Bild, das ganz zu sehen ist, in ein anderes Programm ziehen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/tool_options.py"/>
        <source>Take away from the region (also with Alt)</source>
        <translation>Vom Bereich wegnehmen (auch mit Alt)</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/key_question.py"/>
        <source>Take it</source>
        <translation>Nehmen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/keys_editor.py"/>
        <source>Take it from {commands}</source>
        <translation>Von {commands} nehmen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/keyboard.py"/>
        <source>Take it into another program</source>
        <translation>In ein anderes Programm ziehen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/menus.py"/>
        <source>Take the star away</source>
        <translation>Den Stern wegnehmen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/actions.py"/>
        <source>Take the star away (.)</source>
        <translation>Den Stern wegnehmen (.)</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/references/strip.py"/>
        <source>Take this reference out (Del)</source>
        <translation>Diese Referenz herausnehmen (Entf)</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/keys_editor.py"/>
        <source>Take {key} away from {command}</source>
        <translation>{key} von „{command}“ wegnehmen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/docks.py"/>
        <source>Take {panel} out</source>
        <translation>{panel} herauslösen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/vocabulary.py"/>
        <source>Takes haze away, or adds it.</source>
        <translation>Nimmt Dunst weg, oder fügt ihn hinzu.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>Tell when an edit that took a while has ended and another program is in front.</source>
        <translation>Melden, wenn eine längere Bearbeitung zu Ende ist und ein anderes Programm vorn steht.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/templates.py"/>
        <source>Template: replaces the prompt</source>
        <translation>Vorlage: ersetzt den Prompt</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <location filename="../../flux_desktop/ui/prompt/template_menu.py"/>
        <source>Templates</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/templates.py"/>
        <location filename="../../flux_desktop/ui/prompt/template_menu.py"/>
        <location filename="../../flux_desktop/ui/prompt/tools.py"/>
        <source>Templates and snippets</source>
        <translation>Vorlagen und Textbausteine</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/key_card.py"/>
        <location filename="../../flux_desktop/ui/dialogs/provider_page.py"/>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/templates.py"/>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/metadata.py"/>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/prompt/help_panel.py"/>
        <source>Text in the picture</source>
        <translation>Text im Bild</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/licences.py"/>
        <source>Text of the licence</source>
        <translation>Text der Lizenz</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/vocabulary.py"/>
        <source>Textures</source>
        <translation>Strukturen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>That of the window. Another one counts from the next start of the program.</source>
        <translation>Die des Fensters. Eine andere gilt ab dem nächsten Start des Programms.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/openai/provider.py"/>
        <source>The address is where the server answers, with /v1 at its end, e.g. http://127.0.0.1:8000/v1. Then say which kind it is, and fetch its list of models.

vLLM-Omni: vllm serve black-forest-labs/FLUX.2-klein-4B --omni --port 8000
SGLang: sglang serve --model-path black-forest-labs/FLUX.2-klein-4B --port 30010
LocalAI: local-ai run flux.2-klein-4b (port 8080)
stable-diffusion.cpp: sd-server (port 1234); the provider of that name shows progress and cancels, too
LiteLLM and other gateways: as OpenAI

Plain http is taken on this computer only. A server elsewhere stands behind https, or behind a tunnel: ssh -L 8000:127.0.0.1:8000 gpu-server. A key is sent if one is set.</source>
        <translation>Die Adresse ist dort, wo der Server antwortet, mit /v1 am Ende, z. B. http://127.0.0.1:8000/v1. Sagen Sie dann, welche Art es ist, und holen Sie seine Liste der Modelle.

vLLM-Omni: vllm serve black-forest-labs/FLUX.2-klein-4B --omni --port 8000
SGLang: sglang serve --model-path black-forest-labs/FLUX.2-klein-4B --port 30010
LocalAI: local-ai run flux.2-klein-4b (Port 8080)
stable-diffusion.cpp: sd-server (Port 1234); der Anbieter dieses Namens zeigt auch den Fortschritt und bricht ab
LiteLLM und andere Gateways: wie OpenAI

Einfaches http wird nur auf diesem Rechner genommen. Ein Server anderswo steht hinter https oder hinter einem Tunnel: ssh -L 8000:127.0.0.1:8000 gpu-server. Ein Schlüssel wird gesendet, wenn einer gesetzt ist.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/params.py"/>
        <source>The amount of pixels of the result.</source>
        <translation>Wie viele Pixel das Ergebnis hat.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/offline/provider.py"/>
        <source>The amount of pixels; match keeps the picture's.</source>
        <translation>Die Zahl der Pixel; „match“ behält die des Bildes.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/finish_strip.py"/>
        <source>The arrow keys on the canvas move it, too</source>
        <translation>Auch die Pfeiltasten auf der Arbeitsfläche verschieben es</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/bucket.py"/>
        <source>The bucket {name}</source>
        <translation>Der Bucket {name}</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/picture_in.py"/>
        <source>The chosen model takes no reference images. Choose another one, and paste again.</source>
        <translation>Das gewählte Modell nimmt keine Referenzbilder. Wählen Sie ein anderes, und fügen Sie noch einmal ein.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/picture_in.py"/>
        <source>The clipboard holds no picture. Copy one, or a picture file, and paste again.</source>
        <translation>In der Zwischenablage ist kein Bild. Kopieren Sie eines oder eine Bilddatei, und fügen Sie noch einmal ein.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/code.py"/>
        <source>The code</source>
        <translation>Der Code</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/palettes.py"/>
        <source>The colours of this picture cannot be saved</source>
        <translation>Die Farben dieses Bildes lassen sich nicht speichern</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/changes.py"/>
        <source>The colours of what stayed are the same.</source>
        <translation>Die Farben dessen, was geblieben ist, sind dieselben.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/encoding.py"/>
        <source>The colours were converted from {name} to sRGB.</source>
        <translation>Die Farben wurden von {name} nach sRGB umgerechnet.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/colour_report.py"/>
        <source>The colours {where} are gathered into groups of one hue. This is the median of the group nearest to {asked}: {percent} % of the area. ΔE2000: below 1 nobody sees a difference, from 5 on everybody does.</source>
        <translation>Die Farben {where} werden zu Gruppen gleichen Farbtons zusammengefasst. Dies ist der Median der Gruppe, die {asked} am nächsten liegt: {percent} % der Fläche. ΔE2000: Unter 1 sieht niemand einen Unterschied, ab 5 jeder.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/http/verdict.py"/>
        <source>the connection was lost after the order had left</source>
        <translation>Die Verbindung brach ab, nachdem der Auftrag abgegangen war</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/sheet.py"/>
        <source>The contact sheet was not saved.</source>
        <translation>Der Kontaktbogen wurde nicht gespeichert.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/changes.py"/>
        <source>The content lies where it lay.</source>
        <translation>Der Inhalt liegt, wo er lag.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/change.py"/>
        <source>The content moved {across} and {along} at {size} % of its size ({sure} % sure).</source>
        <translation>Der Inhalt hat sich um {across} und {along} verschoben, bei {size} % seiner Größe (zu {sure} % sicher).</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/store/database.py"/>
        <source>The damaged library cannot be repaired</source>
        <translation>Die beschädigte Bibliothek lässt sich nicht reparieren</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/store/settings.py"/>
        <source>The damaged settings cannot be repaired</source>
        <translation>Die beschädigten Einstellungen lassen sich nicht reparieren</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/colours/portal.py"/>
        <source>The desktop did not say which colour was picked.</source>
        <translation>Der Desktop hat nicht gesagt, welche Farbe gewählt wurde.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/differing.py"/>
        <source>The difference can’t be worked out</source>
        <translation>Die Differenz lässt sich nicht berechnen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/effects/pipeline.py"/>
        <source>The edit was cancelled.</source>
        <translation>Die Bearbeitung wurde abgebrochen.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/session/keeper.py"/>
        <source>The edit was not run, because its region could not be made. {reason}</source>
        <translation>Die Bearbeitung wurde nicht ausgeführt, weil ihr Bereich nicht entstehen konnte. {reason}</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/colour.py"/>
        <source>The embedded colour profile cannot be used and was ignored.</source>
        <translation>Das eingebettete Farbprofil ist nicht zu gebrauchen und wurde nicht beachtet.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/colour.py"/>
        <source>The embedded colour profile cannot be used: the CMYK colours were converted to sRGB by an estimate.</source>
        <translation>Das eingebettete Farbprofil ist nicht zu gebrauchen: Die CMYK-Farben wurden nach einer Schätzung in sRGB umgerechnet.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/params.py"/>
        <source>The file format that the provider makes.</source>
        <translation>Das Dateiformat, das der Anbieter macht.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/store/keys.py"/>
        <source>The file of keys cannot be read</source>
        <translation>Die Schlüsseldatei lässt sich nicht lesen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/store/keys.py"/>
        <source>The file of keys is damaged.</source>
        <translation>Die Schlüsseldatei ist beschädigt.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/outgoing.py"/>
        <source>The files go along with the order; nobody else can fetch them.</source>
        <translation>Die Dateien gehen mit dem Auftrag; sonst kann sie niemand abrufen.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>The files opened last, newest first.</source>
        <translation>Die zuletzt geöffneten Dateien, die neueste zuerst.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/bfl/models.py"/>
        <source>The filter cannot be turned off; it has a safety tolerance of 0 to 5.</source>
        <translation>Der Filter lässt sich nicht abschalten; er hat eine Toleranz von 0 bis 5.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/lumenfall/models.py"/>
        <source>The filter is that of whoever serves the edit: choose a model that is fixed to fal or Replicate.</source>
        <translation>Der Filter ist der dessen, der die Bearbeitung ausführt: Wählen Sie ein Modell, das auf fal oder Replicate festgelegt ist.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/sheet.py"/>
        <source>The first page</source>
        <translation>Die erste Seite</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/store/owner.py"/>
        <location filename="../../flux_desktop/store/paths.py"/>
        <source>The folder {folder} cannot be used</source>
        <translation>Der Ordner {folder} lässt sich nicht verwenden</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/export.py"/>
        <location filename="../../flux_desktop/ui/dialogs/export.py"/>
        <source>The folder {folder} does not exist.</source>
        <translation>Den Ordner {folder} gibt es nicht.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>The format that the export dialog proposes.</source>
        <translation>Das Format, das der Exportdialog vorschlägt.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/schemas.py"/>
        <source>The host does not take {field} for this model any more.</source>
        <translation>Der Host nimmt {field} für dieses Modell nicht mehr.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/eachlabs/provider.py"/>
        <source>The https address of an S3 service; empty: AWS itself.</source>
        <translation>Die https-Adresse eines S3-Dienstes; leer: AWS selbst.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/store/journal.py"/>
        <source>The journal of the library cannot be written</source>
        <translation>Das Protokoll der Bibliothek lässt sich nicht schreiben</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/store/keys.py"/>
        <source>The key</source>
        <translation>Der Schlüssel</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/addresses.py"/>
        <source>The key and your pictures would be readable on their way. Plain http is for servers on this computer.</source>
        <translation>Der Schlüssel und Ihre Bilder wären unterwegs lesbar. Einfaches http ist für Server auf diesem Rechner.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/store/keys.py"/>
        <source>The key cannot be kept in a file</source>
        <translation>Der Schlüssel lässt sich nicht in einer Datei aufbewahren</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/store/keys.py"/>
        <source>The key in the file</source>
        <translation>Der Schlüssel in der Datei</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/store/keys.py"/>
        <source>The key in the keychain</source>
        <translation>Der Schlüssel im Schlüsselbund</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/store/keys.py"/>
        <source>The key in {variable}</source>
        <translation>Der Schlüssel in {variable}</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>The keys of commands that the user changed, as JSON.</source>
        <translation>Die Tasten von Befehlen, die geändert wurden, als JSON.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/vocabulary.py"/>
        <source>The largest middle part of that shape.</source>
        <translation>Der größte mittlere Teil von dieser Form.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/store/database.py"/>
        <source>The library can be read but not written. Free some space on the disk: until then nothing is kept.</source>
        <translation>Die Bibliothek lässt sich lesen, aber nicht schreiben. Schaffen Sie Platz auf dem Datenträger: Bis dahin wird nichts aufbewahrt.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/store/migrations.py"/>
        <source>The library cannot be brought to version {version}.</source>
        <translation>Die Bibliothek lässt sich nicht auf Version {version} bringen.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/store/database.py"/>
        <source>The library cannot be opened</source>
        <translation>Die Bibliothek lässt sich nicht öffnen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/store/database.py"/>
        <source>The library cannot be read or written.</source>
        <translation>Die Bibliothek lässt sich nicht lesen oder schreiben.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/store/database.py"/>
        <source>The library cannot be written: the disk is full.</source>
        <translation>Die Bibliothek lässt sich nicht schreiben: Der Datenträger ist voll.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/store/database.py"/>
        <source>The library cannot be written: this user may not write there.</source>
        <translation>Die Bibliothek lässt sich nicht schreiben: Dieser Benutzer darf dort nicht schreiben.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/store/database.py"/>
        <source>The library is busy.</source>
        <translation>Die Bibliothek ist beschäftigt.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/store/database.py"/>
        <source>The library is damaged and could not be repaired.</source>
        <translation>Die Bibliothek ist beschädigt und ließ sich nicht reparieren.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/store/database.py"/>
        <source>The library is of an older version, and this user may not bring it up to date.</source>
        <translation>Die Bibliothek ist von einer älteren Version, und dieser Benutzer darf sie nicht auf den neuen Stand bringen.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/storage_page.py"/>
        <source>The library is then still {excess} above its budget.</source>
        <translation>Die Bibliothek liegt dann immer noch {excess} über ihrem Budget.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/storage_page.py"/>
        <source>The library is {excess} above its budget.</source>
        <translation>Die Bibliothek liegt {excess} über ihrem Budget.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/store/assets.py"/>
        <source>The library may be damaged: start again to check it.</source>
        <translation>Die Bibliothek ist vielleicht beschädigt: Starten Sie neu, um sie zu prüfen.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/store/database.py"/>
        <source>The library refused a change.</source>
        <translation>Die Bibliothek hat eine Änderung abgelehnt.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/tidying.py"/>
        <source>The library takes {excess} more than its {budget}. Nothing more is dropped by itself: see Settings › Storage.</source>
        <translation>Die Bibliothek ist um {excess} größer als ihr Budget ({budget}). Von selbst wird nichts weiter entfernt: siehe Einstellungen › Speicher.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/storage_page.py"/>
        <source>The library takes {total} of at most {budget}.</source>
        <translation>Die Bibliothek belegt {total} von höchstens {budget}.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/storage_page.py"/>
        <source>The library takes {total}.</source>
        <translation>Die Bibliothek belegt {total}.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../flux_desktop/services/tidying.py"/>
        <source>The library was above its {budget}: {n} results in the trash, {size}, were dropped.</source>
        <extracomment>1: The library was above its {budget}: {n} result in the trash, {size}, was dropped.</extracomment>
        <translation>
            <numerusform>Die Bibliothek lag über ihrem Budget ({budget}): {n} Ergebnis im Papierkorb, {size}, wurde entfernt.</numerusform>
            <numerusform>Die Bibliothek lag über ihrem Budget ({budget}): {n} Ergebnisse im Papierkorb, {size}, wurden entfernt.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../flux_desktop/store/rescue.py"/>
        <source>The library was damaged. {pictures} pictures and {jobs} jobs could be read and were kept; the damaged file is {name}.</source>
        <translation>Die Bibliothek war beschädigt. {pictures} Bilder und {jobs} Jobs ließen sich lesen und wurden behalten; die beschädigte Datei ist {name}.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/store/rescue.py"/>
        <source>The library was missing.</source>
        <translation>Die Bibliothek fehlte.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/store/database.py"/>
        <source>The library was written by a newer version of this program (tables {found}, known are {known}).</source>
        <translation>Die Bibliothek wurde von einer neueren Version dieses Programms geschrieben (Tabellen {found}, bekannt sind {known}).</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/catalogues.py"/>
        <source>The list of models cannot be kept</source>
        <translation>Die Liste der Modelle lässt sich nicht aufbewahren</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/vocabulary.py"/>
        <source>The look of the cinema.</source>
        <translation>Der Look des Kinos.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/bfl/provider.py"/>
        <source>The makers of FLUX.2: every hosted model of it, paid by the megapixel from prepaid credits.</source>
        <translation>Die Macher von FLUX.2: alle gehosteten Modelle davon, je Megapixel bezahlt, aus vorausbezahlten Credits.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/regions.py"/>
        <location filename="../../flux_desktop/services/session/session.py"/>
        <source>The mask does not fit the picture.</source>
        <translation>Die Maske passt nicht zum Bild.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/region/mask_file.py"/>
        <source>The mask is {width} × {height} pixels: another shape than the picture's {across} × {down}.</source>
        <translation>Die Maske hat {width} × {height} Pixel: eine andere Form als das Bild mit {across} × {down}.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/session/selection.py"/>
        <source>The mask was saved as {path}.</source>
        <translation>Die Maske wurde als {path} gespeichert.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/sdcpp/models.py"/>
        <source>The method that takes the steps; without one the server takes the model's own.</source>
        <translation>Das Verfahren, das die Schritte geht; ohne Angabe nimmt der Server das des Modells.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/finish.py"/>
        <source>The model left everything in its place.</source>
        <translation>Das Modell hat nichts verschoben.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/finish.py"/>
        <source>The model moved it by {right} and {down} px and scaled it by {scale}: undone.</source>
        <translation>Aufgehoben: vom Modell um {right} und {down} px verschoben, mit {scale} skaliert.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>The model of the next edit; empty: the provider's first.</source>
        <translation>Das Modell der nächsten Bearbeitung; leer: das erste des Anbieters.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>The model of the next generation; empty: the first.</source>
        <translation>Das Modell, mit dem als Nächstes erzeugt wird; leer: das erste.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>The model that made each picture.</source>
        <translation>Das Modell, das jedes Bild gemacht hat.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>The name of who took the original.</source>
        <translation>Den Namen dessen, der das Original aufgenommen hat.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/params/model_chooser.py"/>
        <source>The network that makes the picture</source>
        <translation>Das Netz, das das Bild macht</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>The newer version that the user wants to hear no more of.</source>
        <translation>Die neuere Version, von der nichts mehr gesagt werden soll.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/manual/find_bar.py"/>
        <source>The next place</source>
        <translation>Nächste Fundstelle</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/system/leaving.py"/>
        <source>The note that you are writing is not kept yet.</source>
        <translation>Die Notiz, die Sie gerade schreiben, ist noch nicht gespeichert.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>The notice that the original has.</source>
        <translation>Den Vermerk, den das Original hat.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/params.py"/>
        <source>The number that fixes the randomness. Empty: a new one each run; the one used is recorded.</source>
        <translation>Die Zahl, die den Zufall festlegt. Leer: bei jedem Lauf eine neue; die verwendete wird vermerkt.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/offline/reader.py"/>
        <source>The offline editor does not understand “{words}”.</source>
        <translation>Der Offline-Editor versteht „{words}“ nicht.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/errors.py"/>
        <source>The offline editor knows a small vocabulary; a hosted model understands free words.</source>
        <translation>Der Offline-Editor kennt einen kleinen Wortschatz; ein gehostetes Modell versteht freie Worte.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/key_card.py"/>
        <source>The one in the environment comes first</source>
        <translation>Der in der Umgebung hat Vorrang</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/openai/servers.py"/>
        <source>The OpenAI images API has no fast mode.</source>
        <translation>Die Bilder-API von OpenAI hat keinen schnellen Modus.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/openai/servers.py"/>
        <source>The OpenAI images API has no strength.</source>
        <translation>Die Bilder-API von OpenAI hat keine Stärke.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/openai/servers.py"/>
        <source>The OpenAI images API has no switch for the filter.</source>
        <translation>Die Bilder-API von OpenAI hat keinen Schalter für den Filter.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/openai/servers.py"/>
        <source>The OpenAI images API has none; some servers take one: say in the settings which kind yours is.</source>
        <translation>Die Bilder-API von OpenAI hat keinen; manche Server nehmen einen: Sagen Sie in den Einstellungen, welcher Art Ihrer ist.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/openai/servers.py"/>
        <source>The OpenAI images API takes exact pixels: set a size.</source>
        <translation>Die Bilder-API von OpenAI nimmt genaue Pixel: Setzen Sie eine Größe.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/job.py"/>
        <source>The order was already on its way when it was cancelled: it may still be charged.</source>
        <translation>Der Auftrag war schon unterwegs, als er abgebrochen wurde: Er wird vielleicht trotzdem berechnet.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/export_marks.py"/>
        <source>The original does not say it.</source>
        <translation>Das Original sagt es nicht.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/export_marks.py"/>
        <source>The original says where it was taken.</source>
        <translation>Das Original sagt, wo es aufgenommen wurde.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/changes.py"/>
        <source>the original's detail</source>
        <translation>Details des Originals</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/sheet/output.py"/>
        <source>the page could not be written</source>
        <translation>die Seite ließ sich nicht schreiben</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/updates.py"/>
        <source>The page of releases</source>
        <translation>Die Seite der Veröffentlichungen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/eachlabs/models.py"/>
        <source>The page says that without a size the result is as large as the input, and names {shape} as the default too: which of them holds is not known.</source>
        <translation>Die Seite sagt, dass das Ergebnis ohne Angabe so groß wie das Ausgangsbild ist, und nennt zugleich {shape} als Vorgabe: Was davon gilt, ist nicht bekannt.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/palettes.py"/>
        <source>The palette {name} cannot be read</source>
        <translation>Die Palette {name} lässt sich nicht lesen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>The path of the display's profile, an .icc file.</source>
        <translation>Der Pfad zum Profil des Bildschirms, einer .icc-Datei.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/master.py"/>
        <location filename="../../flux_desktop/imaging/opening.py"/>
        <source>The picture</source>
        <translation>Das Bild</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/wording.py"/>
        <source>the picture</source>
        <translation>das Bild</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/store/assets.py"/>
        <source>The picture cannot be kept</source>
        <translation>Das Bild lässt sich nicht aufbewahren</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/encoding.py"/>
        <source>The picture cannot be made small enough for an upload of {amount}.</source>
        <translation>Das Bild lässt sich für einen Upload von {amount} nicht klein genug machen.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/recipe_in.py"/>
        <source>The picture carries {what}.</source>
        <translation>Das Bild enthält {what}.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/web.py"/>
        <source>The picture could not be fetched from {host}: {reason}.</source>
        <translation>Das Bild ließ sich nicht von {host} holen: {reason}.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/depth.py"/>
        <source>The picture has 16 bits a channel. They are kept; what is shown and sent has 8.</source>
        <translation>Das Bild hat 16 Bit je Kanal. Sie bleiben erhalten; was gezeigt und gesendet wird, hat 8.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/effects/wishes.py"/>
        <source>The picture has no colour that stands out, and the offline editor cannot find “{thing}”.</source>
        <translation>Im Bild sticht keine Farbe hervor, und „{thing}“ kann der Offline-Editor nicht finden.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/original_card.py"/>
        <source>The picture that everything below was made from</source>
        <translation>Das Bild, aus dem alles darunter entstanden ist</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/hints.py"/>
        <source>The picture that is edited is image 1, references follow: name them so in the prompt.</source>
        <translation>Das Bild, das bearbeitet wird, ist Bild 1 („image 1“), Referenzen folgen: Nennen Sie sie so im Prompt.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/prompt/help_panel.py"/>
        <source>The picture that is edited is image 1; references follow in the order of the strip. Give each a role.</source>
        <translation>Das Bild, das bearbeitet wird, ist Bild 1 („image 1“); Referenzen folgen in der Reihenfolge der Leiste. Geben Sie jeder eine Rolle.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>The picture that results grew from, before the first.</source>
        <translation>Das Bild, aus dem die Ergebnisse entstanden sind, vor dem ersten.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/export_marks.py"/>
        <source>The picture was generated: there is no original.</source>
        <translation>Das Bild wurde erzeugt: Es gibt kein Original.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/onemin/provider.py"/>
        <source>The picture was made and charged: look for it in your 1min.ai account{place}.</source>
        <translation>Das Bild wurde gemacht und berechnet: Suchen Sie es in Ihrem Konto bei 1min.ai{place}.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/errors.py"/>
        <source>The picture was made but its link is dead: look for it in your account at the provider.</source>
        <translation>Das Bild wurde gemacht, aber sein Link gilt nicht mehr: Suchen Sie es in Ihrem Konto beim Anbieter.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/prompting.py"/>
        <source>The pictures that are sent are image 1 to image {last}.</source>
        <translation>Gesendet werden „image 1“ bis „image {last}“.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>The place and the colour of the pixel under the pointer.</source>
        <translation>Ort und Farbe des Pixels unter dem Zeiger.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/manual/find_bar.py"/>
        <source>The place before</source>
        <translation>Vorige Fundstelle</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/store/owner.py"/>
        <source>The program cannot mark itself as running.</source>
        <translation>Das Programm kann nicht vermerken, dass es läuft.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/job.py"/>
        <source>The program ended while the order was on its way to {provider}: nobody here knows if it was accepted.</source>
        <translation>Das Programm endete, während der Auftrag auf dem Weg zu {provider} war: Ob er angenommen wurde, weiß hier niemand.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/params/row.py"/>
        <source>The program picks one for each run, sends it as {field} and records it.</source>
        <translation>Das Programm wählt für jeden Lauf einen, sendet ihn als {field} und vermerkt ihn.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/system/leaving.py"/>
        <source>The program quits when that is done. Quit again to think it over.</source>
        <translation>Das Programm beendet sich, wenn das fertig ist. Beenden Sie noch einmal, um neu zu entscheiden.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/system/leaving.py"/>
        <source>The program quits when your edit is in the queue. Quit again to think it over.</source>
        <translation>Das Programm wird beendet, sobald Ihre Bearbeitung in der Warteschlange steht. Beenden Sie es noch einmal, um es sich zu überlegen.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/lumenfall/provider.py"/>
        <source>The prompt has {n} letters; Lumenfall's documents name a limit of 1000, and it may be refused.</source>
        <translation>Der Prompt hat {n} Zeichen; die Dokumentation von Lumenfall nennt eine Grenze von 1000, und er könnte abgelehnt werden.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/recipes.py"/>
        <source>The prompt is empty.</source>
        <translation>Der Prompt ist leer.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/offline/vocabulary.py"/>
        <source>The prompt names nothing that the offline editor can do.</source>
        <translation>Der Prompt nennt nichts, was der Offline-Editor kann.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>The prompt that erases; empty: the usual one.</source>
        <translation>Der Prompt, der etwas entfernt; leer: der übliche.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>The prompt that replaces; empty: the usual one.</source>
        <translation>Der Prompt, der etwas ersetzt; leer: der übliche.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/kept.py"/>
        <source>The proof of a paid order is missing.</source>
        <translation>Der Beleg eines bezahlten Auftrags fehlt.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/bfl/models.py"/>
        <location filename="../../flux_desktop/providers/eachlabs/models.py"/>
        <location filename="../../flux_desktop/providers/fal/models.py"/>
        <location filename="../../flux_desktop/providers/onemin/models.py"/>
        <source>The provider adds detail to your words.</source>
        <translation>Der Anbieter ergänzt Ihre Worte um Einzelheiten.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/errors.py"/>
        <source>The provider asks for a pause. Retry in a minute.</source>
        <translation>Der Anbieter bittet um eine Pause. Versuchen Sie es in einer Minute noch einmal.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/errors.py"/>
        <source>The provider finds the request invalid. Change the parameters and run it again.</source>
        <translation>Der Anbieter hält die Anfrage für ungültig. Ändern Sie die Parameter und führen Sie es noch einmal aus.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>The provider of the next edit, also on the command line.</source>
        <translation>Der Anbieter der nächsten Bearbeitung, auch in der Befehlszeile.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/fal/models.py"/>
        <source>The provider sets the guidance of this model itself.</source>
        <translation>Der Anbieter legt die Guidance dieses Modells selbst fest.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/eachlabs/models.py"/>
        <location filename="../../flux_desktop/providers/fal/models.py"/>
        <source>The provider sets the steps of this model itself.</source>
        <translation>Der Anbieter legt die Schritte dieses Modells selbst fest.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/errors.py"/>
        <source>The provider's answer could not be used. Retry, or choose another provider.</source>
        <translation>Die Antwort des Anbieters war nicht zu gebrauchen. Versuchen Sie es noch einmal, oder wählen Sie einen anderen Anbieter.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/params.py"/>
        <source>The provider's filter for unsafe pictures.</source>
        <translation>Der Filter des Anbieters gegen anstößige Bilder.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/errors.py"/>
        <source>The provider's moderation said no. Change the prompt or the picture and run it again.</source>
        <translation>Die Moderation des Anbieters hat abgelehnt. Ändern Sie den Prompt oder das Bild und führen Sie es noch einmal aus.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/lumenfall/sizes.py"/>
        <source>The ratio {size} of the size wins: the aspect ratio {ratio} is not sent.</source>
        <translation>Das Verhältnis {size} der Größe hat Vorrang: Das Seitenverhältnis {ratio} wird nicht gesendet.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/session/keeper.py"/>
        <source>The region could not be made. {reason}</source>
        <translation>Der Bereich konnte nicht erstellt werden. {reason}</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/session/state.py"/>
        <source>The region does not fit this picture: it was left out.</source>
        <translation>Der Bildbereich passt nicht zu diesem Bild: Er wurde weggelassen.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/lumenfall/sizes.py"/>
        <source>The resolution {tier} becomes 1K, the only one of this model.</source>
        <translation>Die Auflösung {tier} wird zu 1K, der einzigen dieses Modells.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/pixels.py"/>
        <source>The result could not be aligned with what is around it: look at its edge, and move it by hand.</source>
        <translation>Das Ergebnis ließ sich nicht an seiner Umgebung ausrichten: Sehen Sie sich den Rand an, und verschieben Sie es von Hand.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/pixels.py"/>
        <source>The result could not be put into the picture, and is kept by itself. {reason}</source>
        <translation>Das Ergebnis ließ sich nicht in das Bild einsetzen und bleibt für sich erhalten. {reason}</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/lumenfall/provider.py"/>
        <source>The result is kept for about an hour, for whoever has its link; you can change that at Lumenfall.</source>
        <translation>Das Ergebnis bleibt etwa eine Stunde lang für alle, die seinen Link haben; das lässt sich bei Lumenfall ändern.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/http/download.py"/>
        <source>The result is made and paid: Retry fetches it without a new order.</source>
        <translation>Das Ergebnis ist gemacht und bezahlt: „Wiederholen“ holt es ohne neuen Auftrag.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/onemin/provider.py"/>
        <source>The result is stored in your 1min.ai account too; whoever has its temporary link can fetch it.</source>
        <translation>Auch das Ergebnis liegt in Ihrem Konto bei 1min.ai; wer seinen befristeten Link hat, kann es abrufen.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/sdcpp/provider.py"/>
        <source>the result was kept for ten minutes</source>
        <translation>das Ergebnis wurde zehn Minuten lang aufbewahrt</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/lumenfall/provider.py"/>
        <source>The result will have {width}×{height} pixels.</source>
        <translation>Das Ergebnis wird {width}×{height} Pixel haben.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/effects/pipeline.py"/>
        <source>The result would have more pixels than the limit.</source>
        <translation>Das Ergebnis hätte mehr Pixel, als die Grenze erlaubt.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/messages/ways.py"/>
        <source>The same model of another provider</source>
        <translation>Dasselbe Modell bei einem anderen Anbieter</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/hints.py"/>
        <source>The same seed with other words changes little else. Empty its field for a random one.</source>
        <translation>Derselbe Seed mit anderen Worten ändert sonst wenig. Leeren Sie sein Feld für einen zufälligen.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/params/seed_field.py"/>
        <source>The seed is kept for each run: click to let every run have a new one</source>
        <translation>Der Seed wird für jeden Lauf behalten: Klicken, damit jeder Lauf einen neuen bekommt</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>The seed of each picture.</source>
        <translation>Der Seed jedes Bildes.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/offline/work.py"/>
        <source>The seed plays no part in this edit: all {count} results are the same.</source>
        <translation>Der Seed spielt bei dieser Bearbeitung keine Rolle: Alle {count} Ergebnisse sind gleich.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../flux_desktop/providers/openai/provider.py"/>
        <source>The server accepts the key and lists {n} models.</source>
        <extracomment>1: The server accepts the key and lists {n} model.</extracomment>
        <translation>
            <numerusform>Der Server nimmt den Schlüssel an und nennt {n} Modell.</numerusform>
            <numerusform>Der Server nimmt den Schlüssel an und nennt {n} Modelle.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/sdcpp/provider.py"/>
        <source>The server answers. It needs no key.</source>
        <translation>Der Server antwortet. Er braucht keinen Schlüssel.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/sdcpp/provider.py"/>
        <source>The server answers; it was started with “{runs}”. It needs no key.</source>
        <translation>Der Server antwortet; er wurde mit „{runs}“ gestartet. Er braucht keinen Schlüssel.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../flux_desktop/providers/openai/provider.py"/>
        <source>The server lists {n} models.</source>
        <extracomment>1: The server lists {n} model.</extracomment>
        <translation>
            <numerusform>Der Server nennt {n} Modell.</numerusform>
            <numerusform>Der Server nennt {n} Modelle.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/sdcpp/models.py"/>
        <source>The server runs the model that it was started with; this entry brings the values for {name}.</source>
        <translation>Auf dem Server läuft das Modell, mit dem er gestartet wurde; dieser Eintrag bringt die Werte für {name} mit.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/sdcpp/models.py"/>
        <source>The server was started with “{loaded}”, not with this model: only the values are those of {name}.</source>
        <translation>Der Server wurde mit „{loaded}“ gestartet, nicht mit diesem Modell: Nur die Werte sind die von {name}.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/sdcpp/models.py"/>
        <source>The server was started with “{loaded}”.</source>
        <translation>Der Server wurde mit „{loaded}“ gestartet.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/params/model_chooser.py"/>
        <source>The service that makes the picture</source>
        <translation>Der Dienst, der das Bild macht</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/store/settings.py"/>
        <source>The settings cannot be read</source>
        <translation>Die Einstellungen lassen sich nicht lesen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/store/settings.py"/>
        <source>The settings cannot be saved</source>
        <translation>Die Einstellungen lassen sich nicht speichern</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/store/settings.py"/>
        <source>The settings were damaged: what could be read was kept, the old file is {name}.</source>
        <translation>Die Einstellungen waren beschädigt: Was sich lesen ließ, wurde behalten, die alte Datei ist {name}.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/eachlabs/models.py"/>
        <source>The shape decides the amount of pixels at eachlabs.</source>
        <translation>Bei eachlabs bestimmt die Form die Zahl der Pixel.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/params.py"/>
        <source>The shape of the result.</source>
        <translation>Die Form des Ergebnisses.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/eachlabs/models.py"/>
        <source>The shape of the result. 1:1 small has fewer pixels than 1:1.</source>
        <translation>Die Form des Ergebnisses. „1:1 small“ hat weniger Pixel als 1:1.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/eachlabs/models.py"/>
        <source>The shape of the result. 1:1 small has fewer pixels than 1:1. To match the input is left to the model (auto).</source>
        <translation>Die Form des Ergebnisses. „1:1 small“ hat weniger Pixel als 1:1. Wie sie dem Bild angepasst wird, bleibt dem Modell überlassen (auto).</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/web.py"/>
        <source>the site cannot be reached</source>
        <translation>die Website ist nicht zu erreichen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/web.py"/>
        <source>the site does not give it away, or it is gone</source>
        <translation>die Website gibt es nicht her, oder es ist weg</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/lumenfall/sizes.py"/>
        <source>The size {size} wins: {others} is not sent.</source>
        <translation>Die Größe {size} hat Vorrang: {others} wird nicht gesendet.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/shapes.py"/>
        <source>The size {width}×{height} becomes {new_width}×{new_height}: sides are multiples of {multiple}.</source>
        <translation>Die Größe {width}×{height} wird zu {new_width}×{new_height}: Seiten sind Vielfache von {multiple}.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/store/assets.py"/>
        <source>The stored picture {name}… cannot be read</source>
        <translation>Das aufbewahrte Bild {name}… lässt sich nicht lesen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/store/assets.py"/>
        <source>The stored pictures cannot be used</source>
        <translation>Die aufbewahrten Bilder lassen sich nicht verwenden</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/encoding.py"/>
        <source>the suffix {suffix} is not known</source>
        <translation>die Endung {suffix} ist nicht bekannt</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/store/keychain.py"/>
        <source>The system's keychain cannot be used ({error}).</source>
        <translation>Der Schlüsselbund des Systems lässt sich nicht verwenden ({error}).</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/store/keychain.py"/>
        <source>The system's keychain did not keep the key.</source>
        <translation>Der Schlüsselbund des Systems hat den Schlüssel nicht aufbewahrt.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/store/keychain.py"/>
        <source>The system's keychain is locked, or its question was dismissed.</source>
        <translation>Der Schlüsselbund des Systems ist gesperrt, oder seine Frage wurde geschlossen.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/store/assets.py"/>
        <source>The thumbnail cannot be kept</source>
        <translation>Das Vorschaubild lässt sich nicht aufbewahren</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/storage_page.py"/>
        <location filename="../../flux_desktop/ui/history/panel.py"/>
        <source>The trash is empty.</source>
        <translation>Der Papierkorb ist leer.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/storage_page.py"/>
        <source>The trash was emptied: {amount}.</source>
        <translation>Der Papierkorb wurde geleert: {amount}.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/archive/reading.py"/>
        <source>The tree could not be added to the library.</source>
        <translation>Der Baum ließ sich der Bibliothek nicht hinzufügen.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/panel.py"/>
        <source>The tree is that of the open picture.</source>
        <translation>Der Baum ist der des geöffneten Bildes.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/eachlabs/provider.py"/>
        <source>The uploaded picture could not be removed from {place}: it can be fetched for an hour at most.</source>
        <translation>Das hochgeladene Bild ließ sich bei {place} nicht entfernen: Es kann noch höchstens eine Stunde lang abgerufen werden.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>The user's own templates and snippets, as JSON.</source>
        <translation>Die eigenen Vorlagen und Textbausteine, als JSON.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>The wand takes only what hangs together.</source>
        <translation>Der Zauberstab nimmt nur, was zusammenhängt.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>The whole picture in small while only a part of it is seen.</source>
        <translation>Das ganze Bild im Kleinen, solange nur ein Teil davon zu sehen ist.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>The words that made each picture.</source>
        <translation>Die Worte, aus denen jedes Bild entstanden ist.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>Their words, where the program ended before their order.</source>
        <translation>Ihre Worte, wo das Programm vor ihrer Bestellung endete.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>Theme</source>
        <translation>Erscheinungsbild</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/prompt/help_panel.py"/>
        <source>There are no negative prompts: “an empty street” works, “no people” may not.</source>
        <translation>Es gibt keine negativen Prompts: „an empty street“ gelingt, „no people“ vielleicht nicht.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/jobs.py"/>
        <source>There are: {providers}.</source>
        <translation>Es gibt: {providers}.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/jobs.py"/>
        <source>There is no job “{name}”.</source>
        <translation>Es gibt keinen Job „{name}“.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/web.py"/>
        <source>there is no picture at this address</source>
        <translation>unter dieser Adresse liegt kein Bild</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/offline/provider.py"/>
        <source>There is no picture to edit.</source>
        <translation>Es ist kein Bild zum Bearbeiten da.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/offline/provider.py"/>
        <source>There is no picture to keep anything of.</source>
        <translation>Es ist kein Bild da, von dem etwas bleiben könnte.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/jobs.py"/>
        <source>There is no provider “{name}”.</source>
        <translation>Es gibt keinen Anbieter „{name}“.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/region_orders.py"/>
        <source>There is no region to keep a part of yet. Draw one first.</source>
        <translation>Noch gibt es keinen Bereich, von dem ein Teil bleiben kann. Zeichnen Sie zuerst einen.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/region_orders.py"/>
        <source>There is no region to take from yet. Draw one first.</source>
        <translation>Noch gibt es keinen Bereich, von dem etwas abgezogen werden kann. Zeichnen Sie zuerst einen.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/trash_bar.py"/>
        <source>There is no way back</source>
        <translation>Es gibt keinen Weg zurück</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/effects/wishes.py"/>
        <source>There is no {colour} in this picture that could be changed.</source>
        <translation>In diesem Bild gibt es kein {colour}, das sich ändern ließe.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/jobs.py"/>
        <source>There is nothing to collect for this job.</source>
        <translation>Für diesen Job gibt es nichts abzuholen.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>There is nothing to compare it with yet.</source>
        <translation>Es gibt noch nichts, womit es sich vergleichen ließe.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/changes.py"/>
        <source>There is nothing to compare this picture with.</source>
        <translation>Es gibt nichts, womit sich dieses Bild vergleichen ließe.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/archive/writing.py"/>
        <source>There is nothing to export: this tree was deleted.</source>
        <translation>Es gibt nichts zu exportieren: Dieser Baum wurde gelöscht.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>There is nothing to redo.</source>
        <translation>Es gibt nichts wiederherzustellen.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>There is nothing to undo.</source>
        <translation>Es gibt nichts rückgängig zu machen.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/http/verdict.py"/>
        <source>there was no answer to the order in time</source>
        <translation>Auf den Auftrag kam rechtzeitig keine Antwort</translation>
    </message>
    <message numerus="yes">
        <location filename="../../flux_desktop/ui/desk/edit_inputs.py"/>
        <source>They are references now.</source>
        <extracomment>1: It is a reference now.</extracomment>
        <translation>
            <numerusform>Das Bild ist jetzt eine Referenz.</numerusform>
            <numerusform>Die Bilder sind jetzt Referenzen.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/keys_editor.py"/>
        <source>They count only while one of the two has the focus; elsewhere they are typed.</source>
        <translation>Sie gelten nur, solange einer dieser Bereiche den Fokus hat; anderswo werden sie getippt.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/storage_page.py"/>
        <source>This can't be undone.</source>
        <translation>Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/store/keychain.py"/>
        <source>This computer has no keychain that the program can use.</source>
        <translation>Dieser Rechner hat keinen Schlüsselbund, den das Programm verwenden kann.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/updates.py"/>
        <source>This copy does not come from a release, so there is nothing to ask.</source>
        <translation>Dieses Exemplar stammt nicht aus einer Veröffentlichung, darum gibt es nichts zu fragen.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/colours/portal.py"/>
        <source>This desktop does not let programs look at the screen.</source>
        <translation>Dieser Desktop lässt Programme nicht auf den Bildschirm sehen.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/store/rescue.py"/>
        <source>This edit was rebuilt from its order: the library was damaged.</source>
        <translation>Diese Bearbeitung wurde aus ihrem Auftrag neu aufgebaut: Die Bibliothek war beschädigt.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/errors.py"/>
        <source>This is a fault of the program. The details can be copied for a report.</source>
        <translation>Das ist ein Fehler des Programms. Die Einzelheiten lassen sich für eine Meldung kopieren.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/prompt/price_tag.py"/>
        <source>This is an estimate. What it did cost is known after the run, where the provider tells it.</source>
        <translation>Das ist eine Schätzung. Was es gekostet hat, ist nach dem Lauf bekannt, wo der Anbieter es sagt.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/export_marks.py"/>
        <source>This is an original: it has no recipe.</source>
        <translation>Das ist ein Original: Es hat kein Rezept.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/addresses.py"/>
        <source>This is no address of a server.</source>
        <translation>Das ist keine Adresse eines Servers.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/web.py"/>
        <source>This is not the address of a picture on the web.</source>
        <translation>Das ist nicht die Adresse eines Bildes im Web.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/keymap.py"/>
        <source>This key can't be used: choose another one.</source>
        <translation>Diese Taste geht nicht: Wählen Sie eine andere.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/keymap.py"/>
        <source>This key counts also where one types: hold Ctrl or Alt with it, or choose a function key.</source>
        <translation>Diese Taste gilt auch dort, wo man schreibt: Halten Sie dabei Strg oder Alt, oder wählen Sie eine Funktionstaste.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/queue/job_row.py"/>
        <source>This may cost again. Run it again?</source>
        <translation>Das kostet vielleicht noch einmal. Erneut ausführen?</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/base.py"/>
        <source>This model changes a picture, and there is none.</source>
        <translation>Dieses Modell ändert ein Bild, und es ist keines da.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/replicate/models.py"/>
        <source>This model has a safety tolerance of 1 to 5 in place of the switch.</source>
        <translation>Statt des Schalters hat dieses Modell eine Toleranz des Filters von 1 bis 5.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/onemin/models.py"/>
        <source>This model has a safety tolerance of 1 to 6 in place of the switch.</source>
        <translation>Statt des Schalters hat dieses Modell eine Toleranz des Filters von 1 bis 6.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/eachlabs/models.py"/>
        <location filename="../../flux_desktop/providers/fal/models.py"/>
        <location filename="../../flux_desktop/providers/replicate/models.py"/>
        <source>This model has no fast mode.</source>
        <translation>Dieses Modell hat keinen schnellen Modus.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/references/strip.py"/>
        <source>This model takes no reference images.</source>
        <translation>Dieses Modell nimmt keine Referenzbilder.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/money.py"/>
        <location filename="../../flux_desktop/ui/dialogs/spending.py"/>
        <source>This month</source>
        <translation>Dieser Monat</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/manual/window.py"/>
        <source>This page is not part of the manual.</source>
        <translation>Diese Seite gehört nicht zum Handbuch.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/cropping.py"/>
        <source>This part is too small.</source>
        <translation>Dieser Teil ist zu klein.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/settings.py"/>
        <location filename="../../flux_desktop/ui/history/header.py"/>
        <source>This picture</source>
        <translation>Dieses Bild</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/viewer.py"/>
        <source>This picture can't be read any more.</source>
        <translation>Dieses Bild lässt sich nicht mehr lesen.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/recipe_in.py"/>
        <source>This picture carries {what}</source>
        <translation>Dieses Bild enthält {what}</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/finishing.py"/>
        <source>This picture was not made of a part.</source>
        <translation>Dieses Bild ist nicht aus einem Teil entstanden.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/openai/servers.py"/>
        <source>This server makes PNG only, which has no quality.</source>
        <translation>Dieser Server macht nur PNG, das keine Qualität hat.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/openai/servers.py"/>
        <source>This server makes PNG only; the program converts.</source>
        <translation>Dieser Server macht nur PNG; das Programm wandelt um.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/key_card.py"/>
        <source>This session only</source>
        <translation>Nur diese Sitzung</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/quit_question.py"/>
        <source>This would be lost:</source>
        <translation>Das ginge verloren:</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>Those that the user wants to see no more.</source>
        <translation>Die, die nicht mehr erscheinen sollen.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>Those that were shown.</source>
        <translation>Die schon gezeigt wurden.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/tuning_strip.py"/>
        <source>Threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/storage_page.py"/>
        <source>Thumbnails</source>
        <translation>Vorschaubilder</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/settings.py"/>
        <location filename="../../flux_desktop/ui/history/header.py"/>
        <source>Tiles</source>
        <translation>Kacheln</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/spending.py"/>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/sheet/controls.py"/>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/filters.py"/>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/filters.py"/>
        <source>to</source>
        <comment>between the ends of a span</comment>
        <translation>bis</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>To erase</source>
        <translation>Zum Entfernen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>To replace</source>
        <translation>Zum Ersetzen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/outgoing.py"/>
        <source>To {host}: {calls}, {files}. Nothing has been sent yet.</source>
        <translation>An {host}: {calls}, {files}. Gesendet wurde noch nichts.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/money.py"/>
        <location filename="../../flux_desktop/ui/dialogs/spending.py"/>
        <location filename="../../flux_desktop/ui/history/filters.py"/>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <location filename="../../flux_desktop/ui/canvas/tool_options.py"/>
        <source>Tolerance</source>
        <translation>Toleranz</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/tool_options.py"/>
        <source>Tolerance: how unlike colours may be</source>
        <translation>Toleranz: wie verschieden Farben sein dürfen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/effects/wishes.py"/>
        <source>Took “{thing}” for what is {usual} ({hex} in this picture) and made it {target}; the offline editor cannot find things.</source>
        <translation>„{thing}“ ist gewöhnlich {usual} (in diesem Bild {hex}): Das wurde zu {target}. Dinge kann der Offline-Editor nicht finden.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/tool_bar.py"/>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/references/crop_dialog.py"/>
        <source>Top</source>
        <translation>Oben</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/tool_options.py"/>
        <source>Top edge, in pixels</source>
        <translation>Oberer Rand, in Pixeln</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/errors.py"/>
        <source>Top up the account at the provider, then retry.</source>
        <translation>Laden Sie das Konto beim Anbieter auf und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/params.py"/>
        <source>Trade some fidelity for speed. The same seed may then not give the same picture.</source>
        <translation>Tauscht etwas Treue gegen Tempo. Derselbe Seed ergibt dann vielleicht nicht dasselbe Bild.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/vocabulary.py"/>
        <source>Transparent corners.</source>
        <translation>Durchsichtige Ecken.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/header.py"/>
        <source>Trash</source>
        <translation>Papierkorb</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/recipe_dialog.py"/>
        <source>Treatment</source>
        <translation>Behandlung</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/settings.py"/>
        <location filename="../../flux_desktop/ui/history/header.py"/>
        <source>Tree of the open picture</source>
        <translation>Baum des geöffneten Bildes</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/list_view.py"/>
        <source>Tree of the picture</source>
        <translation>Baum des Bildes</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/picture_in.py"/>
        <location filename="../../flux_desktop/ui/desk/tree_files.py"/>
        <source>Trees of Flux Desktop (*.fluxtree)</source>
        <translation>Bäume von Flux Desktop (*.fluxtree)</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/params.py"/>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/key_card.py"/>
        <source>Try the key by a call that costs nothing.</source>
        <translation>Den Schlüssel mit einem Aufruf ausprobieren, der nichts kostet</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/hints.py"/>
        <source>Try “{example}”</source>
        <translation>„{example}“ versuchen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/store/keys.py"/>
        <source>Turn on “Keys in a plain file” in the settings first: everybody who can read the file has the key.</source>
        <translation>Schalten Sie zuerst „Schlüssel in einer einfachen Datei“ in den Einstellungen ein: Jeder, der die Datei lesen kann, hat den Schlüssel.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>Turn the View &amp;Left</source>
        <translation>Ansicht nach &amp;links drehen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>Turn the View &amp;Right</source>
        <translation>Ansicht nach rec&amp;hts drehen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/vocabulary.py"/>
        <source>Turned clockwise; empty corners are cropped.</source>
        <translation>Im Uhrzeigersinn gedreht; leere Ecken werden abgeschnitten.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/scene.py"/>
        <source>turned left</source>
        <translation>nach links gedreht</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/scene.py"/>
        <source>turned right</source>
        <translation>nach rechts gedreht</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/vocabulary.py"/>
        <source>Turns every hue by an angle.</source>
        <translation>Dreht jeden Farbton um einen Winkel.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/outgoing.py"/>
        <source>Type</source>
        <translation>Art</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/change.py"/>
        <source>unchanged</source>
        <translation>unverändert</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/offline/work.py"/>
        <source>Understood: {phrases}.</source>
        <translation>Verstanden: {phrases}.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/undo.py"/>
        <location filename="../../flux_desktop/ui/desk/history.py"/>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/undo.py"/>
        <source>Undo {step}</source>
        <translation>Rückgängig: {step}</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/store/keys.py"/>
        <source>Unlock the keychain and try again, put the key into the environment as {variable}, or keep it for this session only.</source>
        <translation>Entsperren Sie den Schlüsselbund und versuchen Sie es noch einmal, setzen Sie den Schlüssel als {variable} in der Umgebung, oder behalten Sie ihn nur für diese Sitzung.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/onemin/provider.py"/>
        <source>unnamed</source>
        <comment>record</comment>
        <translation>ohne Namen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/original_card.py"/>
        <location filename="../../flux_desktop/ui/history/words.py"/>
        <source>Untitled</source>
        <translation>Ohne Namen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/lumenfall/models.py"/>
        <source>up to $0.005 a megapixel</source>
        <translation>bis zu 0,005 $ je Megapixel</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/lumenfall/models.py"/>
        <source>up to $0.010 a megapixel in and out</source>
        <translation>bis zu 0,010 $ je Megapixel hinein und heraus</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/lumenfall/models.py"/>
        <source>up to $0.011 a megapixel in and out</source>
        <translation>bis zu 0,011 $ je Megapixel hinein und heraus</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/lumenfall/models.py"/>
        <source>up to $0.017 for the first megapixel, $0.002 for each further</source>
        <translation>bis zu 0,017 $ für das erste Megapixel, 0,002 $ für jedes weitere</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/references/strip.py"/>
        <source>Up to {limit}, from “image {n}” on.</source>
        <translation>Bis zu {limit}, ab „image {n}“.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/eachlabs/provider.py"/>
        <source>Upload pictures to</source>
        <translation>Bilder hochladen zu</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/wording.py"/>
        <source>Uploading</source>
        <translation>Lädt hoch</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/stage.py"/>
        <source>upright</source>
        <translation>aufrecht</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/scene.py"/>
        <source>upside down</source>
        <translation>auf dem Kopf</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/vocabulary.py"/>
        <source>Upside down, as in water.</source>
        <translation>Auf dem Kopf, wie im Wasser.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/recipe_dialog.py"/>
        <source>Use</source>
        <comment>verb</comment>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>Use &amp;All Settings</source>
        <translation>&amp;Alle Einstellungen übernehmen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/templates.py"/>
        <source>Use a reference</source>
        <translation>Eine Referenz verwenden</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>Use All &amp;but the Seed</source>
        <translation>Alles a&amp;ußer dem Seed übernehmen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/menus.py"/>
        <source>Use all but the seed</source>
        <translation>Alles außer dem Seed übernehmen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/menus.py"/>
        <source>Use all settings</source>
        <translation>Alle Einstellungen übernehmen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/recipe_dialog.py"/>
        <source>Use all settings but the seed</source>
        <translation>Alle Einstellungen außer dem Seed übernehmen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/actions.py"/>
        <source>Use all settings but the seed (R)</source>
        <translation>Alle Einstellungen außer dem Seed übernehmen (R)</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/recipe_dialog.py"/>
        <source>Use all settings, the seed too</source>
        <translation>Alle Einstellungen übernehmen, auch den Seed</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/actions.py"/>
        <source>Use all settings, the seed too (A)</source>
        <translation>Alle Einstellungen übernehmen, auch den Seed (A)</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/messages/ways.py"/>
        <source>Use another provider…</source>
        <translation>Anderer Anbieter…</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>Use as Referen&amp;ce</source>
        <translation>Als Re&amp;ferenz übernehmen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/drop_zones.py"/>
        <location filename="../../flux_desktop/ui/history/menus.py"/>
        <source>Use as reference</source>
        <translation>Als Referenz verwenden</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/session/session.py"/>
        <source>use of all settings</source>
        <translation>Übernahme aller Einstellungen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/session/session.py"/>
        <source>use of all settings but the seed</source>
        <translation>Übernahme aller Einstellungen außer dem Seed</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/session/session.py"/>
        <source>use of the parameters</source>
        <translation>Übernahme der Parameter</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/session/session.py"/>
        <source>use of the prompt</source>
        <translation>Übernahme des Prompts</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/session/session.py"/>
        <source>use of the seed</source>
        <translation>Übernahme des Seeds</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/session/session.py"/>
        <source>use of {model}</source>
        <translation>Wechsel zu {model}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../flux_desktop/services/session/inputs.py"/>
        <location filename="../../flux_desktop/ui/desk/edit_inputs.py"/>
        <source>use of {n} pictures as references</source>
        <extracomment>1: use as a reference</extracomment>
        <translation>
            <numerusform>Übernahme als Referenz</numerusform>
            <numerusform>Übernahme von {n} Bildern als Referenzen</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/encoding.py"/>
        <source>Use one of {known}.</source>
        <translation>Nehmen Sie eine von diesen: {known}.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/layered.py"/>
        <source>Use one of {suffixes}.</source>
        <translation>Nehmen Sie eine von diesen: {suffixes}.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>Use the &amp;Prompt Only</source>
        <translation>Nur den &amp;Prompt übernehmen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>Use the &amp;Seed</source>
        <translation>Den S&amp;eed übernehmen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/errors.py"/>
        <source>Use the environment variable, or keep the key for this session only.</source>
        <translation>Verwenden Sie die Umgebungsvariable, oder behalten Sie den Schlüssel nur für diese Sitzung.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>Use the Para&amp;meters Only</source>
        <translation>Nur die Pa&amp;rameter übernehmen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/recipe_dialog.py"/>
        <source>Use the parameters alone</source>
        <translation>Nur die Parameter übernehmen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/menus.py"/>
        <source>Use the parameters only</source>
        <translation>Nur die Parameter übernehmen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/recipe_dialog.py"/>
        <source>Use the prompt alone</source>
        <translation>Nur den Prompt übernehmen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/menus.py"/>
        <source>Use the prompt only</source>
        <translation>Nur den Prompt übernehmen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/menus.py"/>
        <source>Use this seed</source>
        <translation>Diesen Seed übernehmen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/actions.py"/>
        <source>Use this seed (S)</source>
        <translation>Diesen Seed übernehmen (S)</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/recipe_dialog.py"/>
        <source>Use this seed alone</source>
        <translation>Nur diesen Seed übernehmen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/palette/desk.py"/>
        <source>Use {model} at {provider}</source>
        <translation>{model} bei {provider} verwenden</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/outgoing.py"/>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/actions.py"/>
        <location filename="../../flux_desktop/ui/history/menus.py"/>
        <source>Vary</source>
        <translation>Variieren</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>Version to skip</source>
        <translation>Zu überspringende Version</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/newer.py"/>
        <source>Version {newer} of Flux Desktop is there; this one is {own}. Your pictures and their history stay.</source>
        <translation>Version {newer} von Flux Desktop ist da; diese ist {own}. Ihre Bilder und ihr Verlauf bleiben.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/system/update_news.py"/>
        <source>Version {version} of Flux Desktop is there.</source>
        <translation>Version {version} von Flux Desktop ist da.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/changes.py"/>
        <source>Vividness, C*</source>
        <translation>Buntheit, C*</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/tool_options.py"/>
        <source>W</source>
        <comment>a width, before its number</comment>
        <translation>B</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/jobs.py"/>
        <source>Wait until it has ended.</source>
        <translation>Warten Sie, bis er zu Ende ist.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/wording.py"/>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/key_card.py"/>
        <source>Waiting for your keychain…</source>
        <translation>Warten auf Ihren Schlüsselbund…</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/change.py"/>
        <source>warmer +{value}</source>
        <translation>wärmer +{value}</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/vocabulary.py"/>
        <source>Warmer or cooler light.</source>
        <translation>Wärmeres oder kühleres Licht.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/vocabulary.py"/>
        <source>Washes on rough paper; by seed.</source>
        <translation>Lasuren auf rauem Papier; nach dem Seed.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>What &amp;Else Changed?…</source>
        <translation>Was hat sich sonst &amp;geändert?…</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/tool_options.py"/>
        <source>What becomes of the region</source>
        <translation>Was aus dem Bereich wird</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/window_dialogs.py"/>
        <location filename="../../flux_desktop/ui/prompt/help_panel.py"/>
        <location filename="../../flux_desktop/ui/prompt/run_bar.py"/>
        <source>What can I write?</source>
        <translation>Was kann ich schreiben?</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>What colours the display shows: as the system says, those of sRGB, or as the profile file says.</source>
        <translation>Welche Farben der Bildschirm zeigt: wie das System es angibt, die von sRGB oder wie die Profildatei es angibt.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>What each picture has cost.</source>
        <translation>Was jedes Bild gekostet hat.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/recipe_dialog.py"/>
        <source>What else changed</source>
        <translation>Was sich sonst geändert hat</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/changes.py"/>
        <location filename="../../flux_desktop/ui/history/actions.py"/>
        <source>What else changed?</source>
        <translation>Was hat sich sonst geändert?</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/actions.py"/>
        <source>What else changed? (W)</source>
        <translation>Was hat sich sonst geändert? (W)</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/actions.py"/>
        <source>What else changed?: {changes} (W)</source>
        <translation>Was hat sich sonst geändert? {changes} (W)</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/menus.py"/>
        <source>What else changed?…</source>
        <translation>Was hat sich sonst geändert?…</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/palette/overlay.py"/>
        <source>What fits</source>
        <translation>Was passt</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/extend_strip.py"/>
        <source>What is added becomes a region: write what it should show, and run it.</source>
        <translation>Was hinzukommt, wird ein Bereich: Schreiben Sie, was er zeigen soll, und führen Sie es aus.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/finish_strip.py"/>
        <source>What is around the part does not tell where the result belongs.</source>
        <translation>Die Umgebung verrät nicht, wohin das Ergebnis gehört.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/provider_parts.py"/>
        <source>What is left is not known: {why}</source>
        <translation>Das Guthaben ist nicht bekannt: {why}</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/header.py"/>
        <source>What is listed</source>
        <translation>Was gezeigt wird</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/newer.py"/>
        <source>What is new, and how to get it…</source>
        <translation>Was neu ist, und wie man sie bekommt…</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/outgoing.py"/>
        <source>What is sent</source>
        <translation>Was gesendet wird</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/prompt/run_bar.py"/>
        <source>What is sent…</source>
        <translation>Was gesendet wird…</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/note_editor.py"/>
        <source>What is to be remembered of this picture</source>
        <translation>Was von diesem Bild im Gedächtnis bleiben soll</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/region_wishes.py"/>
        <source>What is to go</source>
        <translation>Was verschwinden soll</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/region_wishes.py"/>
        <source>What is to take its place</source>
        <translation>Was an seine Stelle tritt</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/manual/lists.py"/>
        <source>What it does</source>
        <translation>Was es tut</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/colours/menu.py"/>
        <source>What it is called in the prompt; empty: by its usual name.</source>
        <translation>Wie sie im Prompt heißt; leer: bei ihrem üblichen Namen.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/openai/provider.py"/>
        <source>What it takes beside the OpenAI API, e.g. seed and steps, and how it wants pictures.</source>
        <translation>Was er über die OpenAI-API hinaus nimmt, z. B. Seed und Schritte, und wie er Bilder haben möchte.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/help.py"/>
        <source>What leaves your computer</source>
        <translation>Was Ihren Rechner verlässt</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/trash_bar.py"/>
        <source>What others were made from stays.</source>
        <translation>Woraus andere entstanden sind, bleibt.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/openai/servers.py"/>
        <source>What should not be in the picture; FLUX.2 [klein] does not look at it.</source>
        <translation>Was nicht im Bild sein soll; FLUX.2 [klein] sieht nicht danach.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>What stood in the prompt box when the window closed.</source>
        <translation>Was beim Schließen des Fensters im Eingabefeld stand.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/eachlabs/provider.py"/>
        <source>What the keys of uploads begin with; may be empty.</source>
        <translation>Womit die Schlüssel der Uploads beginnen; darf leer sein.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/window_dialogs.py"/>
        <source>What the offline editor understands</source>
        <translation>Was der Offline-Editor versteht</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/eachlabs/models.py"/>
        <location filename="../../flux_desktop/providers/fal/models.py"/>
        <source>What the picture should not show.</source>
        <translation>Was das Bild nicht zeigen soll.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/sdcpp/models.py"/>
        <source>What the picture should not show. It counts with a guidance above 1.</source>
        <translation>Was das Bild nicht zeigen soll. Es zählt bei einer Guidance über 1.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>What the sidebar showed when the window closed.</source>
        <translation>Was die Seitenleiste beim Schließen des Fensters zeigte.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>What the wheel does without Ctrl.</source>
        <translation>Was das Mausrad ohne Strg tut.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/prompt/mode_bar.py"/>
        <source>What to do</source>
        <translation>Was geschehen soll</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/trash_bar.py"/>
        <source>What to do with deleted results</source>
        <translation>Was mit gelöschten Ergebnissen geschehen soll</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/actions.py"/>
        <source>What to do with the result</source>
        <translation>Was mit dem Ergebnis geschehen soll</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/bulk_bar.py"/>
        <source>What to do with the selected results</source>
        <translation>Was mit den ausgewählten Ergebnissen geschehen soll</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/hints.py"/>
        <source>What was deleted stays here, and can be brought back, until you delete it for good.</source>
        <translation>Was gelöscht wurde, bleibt hier und lässt sich zurückholen, bis Sie es endgültig löschen.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/picture_in.py"/>
        <source>What was dropped holds no picture. Save it as a file, and drop or open that.</source>
        <translation>Was abgelegt wurde, enthält kein Bild. Speichern Sie es als Datei, und legen Sie diese ab oder öffnen Sie sie.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>What was found and done last, newest first.</source>
        <translation>Was zuletzt gesucht und getan wurde, das Neueste zuerst.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/job.py"/>
        <source>What was paid is collected. Retry orders the rest.</source>
        <translation>Was bezahlt war, ist abgeholt. „Wiederholen“ bestellt den Rest.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/wish.py"/>
        <source>What will be sent as prompt</source>
        <translation>Was als Prompt gesendet wird</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/wish.py"/>
        <source>What will be sent as prompt:</source>
        <translation>Was als Prompt gesendet wird:</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/outgoing.py"/>
        <source>What would be sent can't be shown.</source>
        <translation>Was gesendet würde, kann nicht gezeigt werden.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/help.py"/>
        <source>When something goes wrong</source>
        <translation>Wenn etwas schiefgeht</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>When that was last, in seconds since 1970.</source>
        <translation>Wann das zuletzt war, in Sekunden seit 1970.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>When the original was taken.</source>
        <translation>Wann das Original aufgenommen wurde.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/changes.py"/>
        <source>Where content changed</source>
        <translation>Wo sich der Inhalt geändert hat</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/fal/provider.py"/>
        <source>Where fal's platform API is reached; empty: {url} along with fal's own queue, none with another. Your key is sent there.</source>
        <translation>Wo die Plattform-API von fal zu erreichen ist; leer: {url} zusammen mit der eigenen Warteschlange von fal, sonst keine. Ihr Schlüssel wird dorthin gesendet.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/fal/provider.py"/>
        <source>Where fal's storage is reached; empty: {url} along with fal's own queue, none with another. Your key is sent there.</source>
        <translation>Wo der Speicher von fal zu erreichen ist; leer: {url} zusammen mit der eigenen Warteschlange von fal, sonst keiner. Ihr Schlüssel wird dorthin gesendet.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/eachlabs/provider.py"/>
        <source>Where the bucket's name stands in addresses: in the path, or before the host.</source>
        <translation>Wo der Name des Buckets in Adressen steht: im Pfad oder vor dem Host.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>Where the original was taken, by GPS.</source>
        <translation>Wo das Original aufgenommen wurde, nach GPS.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/colour_report.py"/>
        <source>where the picture changed</source>
        <translation>im geänderten Teil des Bildes</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>Where the two lie; else above and below each other.</source>
        <translation>Wo die beiden liegen; sonst oben und unten.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/key_card.py"/>
        <source>Where to keep it: {key}</source>
        <translation>Wo er aufbewahrt wird: {key}</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/assembly.py"/>
        <source>Where {provider} is asked; empty: {address}. Its key is sent there.</source>
        <translation>Wo {provider} gefragt wird; leer: {address}. Der Schlüssel dazu wird dorthin gesendet.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/export_marks.py"/>
        <source>Whether AI made the picture is marked in every file: image platforms and the law expect it.</source>
        <translation>Ob KI das Bild gemacht hat, steht in jeder Datei: Bildplattformen und das Gesetz erwarten es.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/change.py"/>
        <source>Whether the content moved cannot be said.</source>
        <translation>Ob sich der Inhalt verschoben hat, lässt sich nicht sagen.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/header.py"/>
        <source>Which results are listed</source>
        <translation>Welche Ergebnisse gezeigt werden</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/keys_editor.py"/>
        <source>while the canvas has the focus</source>
        <translation>solange die Arbeitsfläche den Fokus hat</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/keys_editor.py"/>
        <source>while the canvas or the history has the focus</source>
        <translation>solange Arbeitsfläche oder Verlauf den Fokus hat</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/keys_editor.py"/>
        <source>while the history has the focus</source>
        <translation>solange der Verlauf den Fokus hat</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/eachlabs/provider.py"/>
        <source>Whoever has the result's address can fetch it; eachlabs does not say for how long.</source>
        <translation>Wer die Adresse des Ergebnisses hat, kann es abrufen; wie lange, sagt eachlabs nicht.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>Whole Pict&amp;ure or 100 %</source>
        <translation>Gan&amp;zes Bild oder 100 %</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/references/crop_dialog.py"/>
        <source>Whole picture</source>
        <translation>Ganzes Bild</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/keyboard.py"/>
        <source>Whole picture or 100 %</source>
        <translation>Ganzes Bild oder 100 %</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>Whose keys are in the keychain or the file: names, never keys.</source>
        <translation>Wessen Schlüssel im Schlüsselbund oder in der Datei liegen: Namen, nie Schlüssel.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/references/crop_dialog.py"/>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/openai/servers.py"/>
        <source>Width and height in pixels, e.g. 1024x768; empty: the server decides.</source>
        <translation>Breite und Höhe in Pixeln, z. B. 1024x768; leer: Der Server entscheidet.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/tool_options.py"/>
        <source>Width, in pixels</source>
        <translation>Breite, in Pixeln</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/settings.py"/>
        <source>Window layout</source>
        <translation>Anordnung des Fensters</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/filters.py"/>
        <source>With a region</source>
        <translation>Mit Bildbereich</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/filter_words.py"/>
        <source>with a region</source>
        <translation>mit Bildbereich</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/header.py"/>
        <source>Words of prompts and notes, or their beginnings</source>
        <translation>Wörter aus Prompts und Notizen, oder ihre Anfänge</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/code.py"/>
        <source>Working out the code…</source>
        <translation>Der Code wird erstellt…</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/differing.py"/>
        <source>Working out the difference…</source>
        <translation>Die Differenz wird berechnet…</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/outgoing.py"/>
        <source>Working out what would be sent…</source>
        <translation>Was gesendet würde, wird ermittelt…</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/finish.py"/>
        <location filename="../../flux_desktop/ui/dialogs/changes.py"/>
        <source>Working…</source>
        <translation>In Arbeit…</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/storage_page.py"/>
        <source>Would drop nothing now.</source>
        <translation>Jetzt würde nichts entfernt.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/storage_page.py"/>
        <source>Would drop: {amount}.</source>
        <translation>Entfernt würden: {amount}.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>Write a N&amp;ote…</source>
        <translation>Noti&amp;z schreiben…</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/menus.py"/>
        <source>Write a note…</source>
        <translation>Notiz schreiben…</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/bulk_bar.py"/>
        <source>Write all to files</source>
        <translation>Alle in Dateien schreiben</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/addresses.py"/>
        <source>Write it like {address}.</source>
        <translation>Schreiben Sie sie wie {address}.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/actions.py"/>
        <source>Write this picture to a file</source>
        <translation>Dieses Bild in eine Datei schreiben</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/recipes.py"/>
        <location filename="../../flux_desktop/ui/edit_form.py"/>
        <source>Write what should change.</source>
        <translation>Schreiben Sie, was sich ändern soll.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/edit_form.py"/>
        <source>Write what the picture should show.</source>
        <translation>Schreiben Sie, was das Bild zeigen soll.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/templates.py"/>
        <source>Write {subject}, or any other word in braces, where something is to be filled in. Tab leads there.</source>
        <translation>Schreiben Sie {subject} oder ein anderes Wort in geschweiften Klammern, wo etwas auszufüllen ist. Tab führt dorthin.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/picture_out.py"/>
        <source>Writing the layers of {picture}…</source>
        <translation>Die Ebenen von {picture} werden geschrieben…</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/tool_options.py"/>
        <source>X</source>
        <comment>a place, before its number</comment>
        <translation>X</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/tool_options.py"/>
        <source>Y</source>
        <comment>a place, before its number</comment>
        <translation>Y</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/money.py"/>
        <source>You are asked because of the budgets in Settings › Money.</source>
        <translation>Sie werden wegen der Budgets in Einstellungen › Geld gefragt.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/job.py"/>
        <source>You are offline. It was ordered, and goes on by itself when the connection is back.</source>
        <translation>Sie sind offline. Es ist bestellt und geht von selbst weiter, wenn die Verbindung wieder da ist.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/provider_page.py"/>
        <source>Your account…</source>
        <translation>Ihr Konto…</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/provider_parts.py"/>
        <source>Your key and pictures are sent there. Change it for a gateway or a server of your own.</source>
        <translation>Ihr Schlüssel und Ihre Bilder werden dorthin gesendet. Ändern Sie sie für ein Gateway oder einen eigenen Server.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/code.py"/>
        <source>Your key for {provider} is not in the code: it is read from the environment variable {variable}.</source>
        <translation>Ihr Schlüssel für {provider} steht nicht im Code: Er wird aus der Umgebungsvariablen {variable} gelesen.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/filters.py"/>
        <source>yyyy-MM-dd</source>
        <comment>a date, as Qt writes it</comment>
        <translation>dd.MM.yyyy</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/compare_bar.py"/>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>Zoom &amp;In</source>
        <translation>Ver&amp;größern</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>Zoom &amp;Out</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/keyboard.py"/>
        <source>Zoom at the pointer</source>
        <translation>Am Zeiger vergrößern</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/compare_bar.py"/>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/compare_bar.py"/>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/compare_bar.py"/>
        <source>Zoom, {zoom}</source>
        <translation>Zoom, {zoom}</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/settings.py"/>
        <source>Zooms</source>
        <translation>Zoomt</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/key_card.py"/>
        <source>{action}: {key}</source>
        <translation>{action}: {key}</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/node_marks.py"/>
        <source>{act} of {results}</source>
        <translation>{act} ({results})</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/keyboard.py"/>
        <source>{alt}Up, {alt}Down</source>
        <translation>{alt}Pfeil auf, {alt}Pfeil ab</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/price.py"/>
        <source>{amount} credits</source>
        <translation>{amount} Credits</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/money.py"/>
        <source>{amount} on its way</source>
        <translation>{amount} unterwegs</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/money.py"/>
        <source>{amount} spent</source>
        <translation>{amount} ausgegeben</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/storage_page.py"/>
        <source>{amount}, will be removed for good with their files.</source>
        <translation>Das entfernt endgültig, mit den Dateien: {amount}.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/job.py"/>
        <source>{billed} and about {estimated}</source>
        <translation>{billed} und etwa {estimated}</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/colours/chips.py"/>
        <source>{colour}: a click puts it into the prompt</source>
        <translation>{colour}: Ein Klick setzt die Farbe in den Prompt</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/keymap.py"/>
        <source>{command} cannot have this key.</source>
        <translation>„{command}“ kann diese Taste nicht haben.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/keyboard.py"/>
        <source>{ctrl}Enter, {shift}Enter</source>
        <translation>{ctrl}Eingabe, {shift}Eingabe</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/keyboard.py"/>
        <source>{ctrl}wheel, pinch</source>
        <translation>{ctrl}Mausrad, zwei Finger spreizen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/changes.py"/>
        <source>{delta} on average, of what stayed</source>
        <translation>{delta} im Mittel, bei dem, was geblieben ist</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/change.py"/>
        <source>{distance} px down</source>
        <translation>{distance} px nach unten</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/change.py"/>
        <source>{distance} px left</source>
        <translation>{distance} px nach links</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/change.py"/>
        <source>{distance} px right</source>
        <translation>{distance} px nach rechts</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/change.py"/>
        <source>{distance} px up</source>
        <translation>{distance} px nach oben</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/sheet.py"/>
        <source>{files} exist already. Replace them?</source>
        <translation>{files} gibt es schon. Ersetzen?</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/picture_in.py"/>
        <source>{file} (not found)</source>
        <translation>{file} (nicht gefunden)</translation>
    </message>
    <message numerus="yes">
        <location filename="../../flux_desktop/ui/dialogs/sheet.py"/>
        <source>{file} and {n} more</source>
        <extracomment>1: {file} and {n} more</extracomment>
        <translation>
            <numerusform>{file} und {n} weitere</numerusform>
            <numerusform>{file} und {n} weitere</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/recipe_in.py"/>
        <source>{file} carries {what}.</source>
        <translation>{file} enthält {what}.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/scene.py"/>
        <source>{first} first, {second} second</source>
        <translation>zuerst {first}, dann {second}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../flux_desktop/ui/desk/picture_in.py"/>
        <source>{first} is the picture to edit; the other {n} are references.</source>
        <extracomment>1: {first} is the picture to edit; the other one is a reference.</extracomment>
        <translation>
            <numerusform>{first} ist das Ausgangsbild; das andere ist eine Referenz.</numerusform>
            <numerusform>{first} ist das Ausgangsbild; die anderen {n} sind Referenzen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../flux_desktop/ui/desk/picture_in.py"/>
        <source>{first} is the picture to edit; the other {n} are under Open Recent.</source>
        <extracomment>1: {first} is the picture to edit; the other one is under Open Recent.</extracomment>
        <translation>
            <numerusform>{first} ist das Ausgangsbild; das andere steht unter „Zuletzt geöffnet“.</numerusform>
            <numerusform>{first} ist das Ausgangsbild; die anderen {n} stehen unter „Zuletzt geöffnet“.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/tiff_writer.py"/>
        <source>{format} cannot hold more than {amount}.</source>
        <translation>{format} fasst nicht mehr als {amount}.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/encoding.py"/>
        <source>{format} cannot hold {width} × {height} pixels: {longest} a side are the most.</source>
        <translation>{format} kann {width} × {height} Pixel nicht aufnehmen: Höchstens {longest} je Seite.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/tree_files.py"/>
        <source>{imported}.</source>
        <translation>{imported}.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/tree_files.py"/>
        <source>{imported}; {known}.</source>
        <translation>{imported}; {known}.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/keys_editor.py"/>
        <source>{keys} belongs to {commands}</source>
        <translation>{keys} gehört zu {commands}</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/parts/empty_state.py"/>
        <source>{keys} finds every command</source>
        <translation>{keys} findet jeden Befehl</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/parts/empty_state.py"/>
        <source>{keys} lists the keys</source>
        <translation>{keys} zeigt alle Tasten</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/keys_editor.py"/>
        <source>{key} is its key already.</source>
        <translation>{key} ist schon seine Taste.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/storage_page.py"/>
        <source>{kind}, share of the library</source>
        <translation>{kind}, Anteil an der Bibliothek</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/opening.py"/>
        <source>{label} cannot be read: {reason}.</source>
        <translation>{label} lässt sich nicht lesen: {reason}.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/opening.py"/>
        <source>{label} does not exist.</source>
        <translation>{label} gibt es nicht.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/reading.py"/>
        <source>{label} does not fit into memory.</source>
        <translation>{label} passt nicht in den Arbeitsspeicher.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/opening.py"/>
        <source>{label} has more than {most} MB.</source>
        <translation>{label} hat mehr als {most} MB.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/reading.py"/>
        <source>{label} has {width} × {height} pixels, that is {megapixels} megapixels; the limit is {max_megapixels}.</source>
        <translation>{label} hat {width} × {height} Pixel, das sind {megapixels} Megapixel; die Grenze ist {max_megapixels}.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/reading.py"/>
        <source>{label} has {width} × {height} pixels; {longest} a side are the most.</source>
        <translation>{label} hat {width} × {height} Pixel; höchstens {longest} je Seite gehen.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/opening.py"/>
        <source>{label} is a folder.</source>
        <translation>{label} ist ein Ordner.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/reading.py"/>
        <source>{label} is cut short: a part of the file is missing.</source>
        <translation>{label} ist abgeschnitten: Ein Teil der Datei fehlt.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/reading.py"/>
        <source>{label} is damaged, or a kind of {format} that cannot be opened.</source>
        <translation>{label} ist beschädigt, oder eine Art von {format}, die sich nicht öffnen lässt.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/reading.py"/>
        <source>{label} is empty.</source>
        <translation>{label} ist leer.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/reading.py"/>
        <source>{label} is not a picture of a known kind.</source>
        <translation>{label} ist kein Bild einer bekannten Art.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/reading.py"/>
        <source>{label} is not a picture: it seems to be a camera's raw file: develop it first.</source>
        <translation>{label} ist kein Bild: Es scheint die Rohdatei einer Kamera zu sein, die erst entwickelt werden muss.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/reading.py"/>
        <source>{label} is not a picture: it seems to be {seems}.</source>
        <translation>{label} ist kein Bild: Es scheint {seems} zu sein.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/opening.py"/>
        <source>{label} is not a regular file.</source>
        <translation>{label} ist keine gewöhnliche Datei.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/opening.py"/>
        <source>{label} may not be read: permission denied.</source>
        <translation>{label} darf nicht gelesen werden: Zugriff verweigert.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/params/widgets.py"/>
        <source>{label} takes {limits}.</source>
        <translation>{label} erlaubt {limits}.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/recipe_files.py"/>
        <source>{label} {value} became {nearest}: {model} takes {limits}.</source>
        <translation>{label} {value} wurde zu {nearest}: {model} erlaubt {limits}.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/recipe_files.py"/>
        <source>{label} {value} is left out: {reason}</source>
        <translation>{label} {value} fällt weg: {reason}</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/lumenfall/sizes.py"/>
        <source>{label}: “{ratio}” does not fit. It takes {takes}.</source>
        <translation>{label}: „{ratio}“ passt nicht. Möglich ist {takes}.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/params.py"/>
        <source>{label}: “{value}” does not fit. It takes {limits}.</source>
        <translation>{label}: „{value}“ passt nicht. Möglich: {limits}.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/params/widgets.py"/>
        <source>{label}: “{words}” does not fit. {help}</source>
        <translation>{label}: „{words}“ passt nicht. {help}</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/params.py"/>
        <source>{least} to {most}</source>
        <translation>{least} bis {most}</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/archive/reading.py"/>
        <source>{lost} of the tree's {all} pictures made no sense and were left out.</source>
        <translation>{lost} von {all} Bildern des Baums ergaben keinen Sinn und wurden weggelassen.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/archive/reading.py"/>
        <source>{lost} pictures of the tree are missing in the file or damaged.</source>
        <translation>{lost} Bilder des Baums fehlen in der Datei oder sind beschädigt.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/bfl/provider.py"/>
        <source>{megapixels} megapixels go in and come out; Black Forest Labs' documents name {most} as the most.</source>
        <translation>{megapixels} Megapixel gehen hinein und heraus; die Dokumentation von Black Forest Labs nennt {most} als Höchstwert.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/job.py"/>
        <source>{missing} of {orders} pictures were never ordered.</source>
        <translation>{missing} von {orders} Bildern wurden nie bestellt.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/archive/writing.py"/>
        <source>{missing} stored files of this tree are missing: what needs them is not in {name}.</source>
        <translation>{missing} aufbewahrte Dateien dieses Baums fehlen: Was sie braucht, ist nicht in {name}.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/edit_form.py"/>
        <source>{model} can't be used now; the rest of its settings was taken over.</source>
        <translation>{model} lässt sich jetzt nicht verwenden; die übrigen Einstellungen wurden übernommen.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/recipes.py"/>
        <source>{model} changes a picture, and none is open.</source>
        <translation>{model} ändert ein Bild, und keines ist geöffnet.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/edit_form.py"/>
        <source>{model} changes a picture: open one to go on.</source>
        <translation>{model} ändert ein Bild: Öffnen Sie eines, um weiterzumachen.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/params.py"/>
        <source>{model} has no parameter “{name}”.</source>
        <translation>{model} hat keinen Parameter „{name}“.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/params.py"/>
        <source>{model} has no such parameter.</source>
        <translation>{model} hat keinen solchen Parameter.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/session/session.py"/>
        <source>{model} of {provider} is chosen. Nothing has been sent yet.</source>
        <translation>{model} von {provider} ist gewählt. Gesendet wurde noch nichts.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/recipe_files.py"/>
        <source>{model} of {provider} is not offered now: {chosen} is chosen.</source>
        <translation>{model} von {provider} wird nicht mehr angeboten: {chosen} ist gewählt.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/edit_inputs.py"/>
        <source>{model} takes no references.</source>
        <translation>{model} nimmt keine Referenzen.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/recipes.py"/>
        <source>{model} takes none of the {given} reference images.</source>
        <translation>{model} nimmt keines der {given} Referenzbilder.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../flux_desktop/providers/base.py"/>
        <source>{model} takes the source and {n} references at most.</source>
        <extracomment>1: {model} takes the source and {n} reference at most.</extracomment>
        <translation>
            <numerusform>{model} nimmt das Ausgangsbild und höchstens {n} Referenz.</numerusform>
            <numerusform>{model} nimmt das Ausgangsbild und höchstens {n} Referenzen.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/recipe_files.py"/>
        <source>{model} takes {limits}.</source>
        <translation>{model} erlaubt {limits}.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/recipes.py"/>
        <source>{model} takes {taken} of the {given} reference images.</source>
        <translation>{model} nimmt {taken} der {given} Referenzbilder.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/provider_parts.py"/>
        <source>{money} left</source>
        <translation>noch {money}</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/keys_editor.py"/>
        <source>{most} keys are the most that a command can have: take one away first.</source>
        <translation>Mehr als {most} Tasten kann ein Befehl nicht haben: Nehmen Sie zuerst eine weg.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../flux_desktop/ui/dialogs/code.py"/>
        <source>{names} exist already in {folder}. Replace them?</source>
        <extracomment>1: {names} exists already in {folder}. Replace it?</extracomment>
        <translation>
            <numerusform>{names} gibt es in {folder} schon. Ersetzen?</numerusform>
            <numerusform>{names} gibt es in {folder} schon. Ersetzen?</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/cropping.py"/>
        <source>{name} (cropped)</source>
        <translation>{name} (zugeschnitten)</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/params/model_chooser.py"/>
        <source>{name} (no key)</source>
        <translation>{name} (kein Schlüssel)</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/archive/reading.py"/>
        <location filename="../../flux_desktop/services/recipe_files.py"/>
        <source>{name} cannot be read: {reason}.</source>
        <translation>{name} lässt sich nicht lesen: {reason}.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/archive/writing.py"/>
        <location filename="../../flux_desktop/services/code/saving.py"/>
        <location filename="../../flux_desktop/services/export.py"/>
        <location filename="../../flux_desktop/services/layered.py"/>
        <location filename="../../flux_desktop/services/spending.py"/>
        <location filename="../../flux_desktop/ui/sheet/output.py"/>
        <source>{name} exists already.</source>
        <translation>{name} gibt es schon.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/export.py"/>
        <location filename="../../flux_desktop/ui/dialogs/sheet.py"/>
        <source>{name} exists already. Replace it?</source>
        <translation>{name} gibt es schon. Ersetzen?</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/archive/reading.py"/>
        <source>{name} has a list of nodes of {size} MB.</source>
        <translation>{name} hat eine Liste von Knoten von {size} MB.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/archive/reading.py"/>
        <source>{name} has no list of nodes that makes sense.</source>
        <translation>{name} hat keine brauchbare Liste von Knoten.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/archive/reading.py"/>
        <source>{name} has no picture that its tree grew from.</source>
        <translation>{name} hat kein Bild, aus dem sein Baum entstanden ist.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/export.py"/>
        <source>{name} is a folder.</source>
        <translation>{name} ist ein Ordner.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/archive/reading.py"/>
        <source>{name} is damaged, or not a tree.</source>
        <translation>{name} ist beschädigt, oder kein Baum.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/archive/reading.py"/>
        <source>{name} is larger than it says.</source>
        <translation>{name} ist größer, als es angibt.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/layered.py"/>
        <source>{name} is no name for a file in layers.</source>
        <translation>{name} ist kein Name für eine Datei mit Ebenen.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/palettes.py"/>
        <source>{name} is no palette that can be read.</source>
        <translation>{name} ist keine lesbare Palette.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/archive/reading.py"/>
        <source>{name} is not a tree of Flux Desktop.</source>
        <translation>{name} ist kein Baum von Flux Desktop.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/export.py"/>
        <source>{name} is the original: it is never written to.</source>
        <translation>{name} ist das Original: Es wird nie überschrieben.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/export.py"/>
        <source>{name} is the original: it is never written to. Choose another name.</source>
        <translation>{name} ist das Original: Es wird nie verändert. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/commands.py"/>
        <source>{name} menu</source>
        <translation>Menü {name}</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/archive/reading.py"/>
        <source>{name} was written by a newer version of this program.</source>
        <translation>{name} wurde von einer neueren Version dieses Programms geschrieben.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/depth.py"/>
        <source>{name} were reduced to 8 bits.</source>
        <translation>{name} wurden auf 8 Bit verringert.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/depth.py"/>
        <source>{name} were reduced to 8 bits: the least is black, the greatest white.</source>
        <translation>{name} wurden auf 8 Bit verringert: Der kleinste Wert ist schwarz, der größte weiß.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/references/list_view.py"/>
        <source>{name}, not sent</source>
        <translation>{name}, nicht gesendet</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/encoding.py"/>
        <source>{name}: the format is not clear, {why}.</source>
        <translation>{name}: Das Format ist nicht klar, {why}.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/recipe_dialog.py"/>
        <source>{name}: {value}</source>
        <translation>{name}: {value}</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/prompt/price_tag.py"/>
        <source>{number} megapixels</source>
        <translation>{number} Megapixel</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/finish_strip.py"/>
        <source>{n} %</source>
        <translation>{n} %</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/outgoing.py"/>
        <source>{n} bytes</source>
        <translation>{n} Byte</translation>
    </message>
    <message numerus="yes">
        <location filename="../../flux_desktop/ui/dialogs/outgoing.py"/>
        <source>{n} calls</source>
        <extracomment>1: one call</extracomment>
        <translation>
            <numerusform>ein Aufruf</numerusform>
            <numerusform>{n} Aufrufe</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/base.py"/>
        <source>{n} calls, one for each picture, with the seeds {seeds}.</source>
        <translation>{n} Aufrufe, einer für jedes Bild, mit den Seeds {seeds}.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../flux_desktop/ui/desk/colour.py"/>
        <source>{n} colours of {name} are chips now.</source>
        <extracomment>1: {n} colour of {name} is a chip now.</extracomment>
        <translation>
            <numerusform>{n} Farbe aus {name} ist jetzt unter dem Prompt zu finden.</numerusform>
            <numerusform>{n} Farben aus {name} sind jetzt unter dem Prompt zu finden.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/wording.py"/>
        <source>{n} d</source>
        <comment>days</comment>
        <translation>{n} T</translation>
    </message>
    <message numerus="yes">
        <location filename="../../flux_desktop/ui/wording.py"/>
        <source>{n} days ago</source>
        <extracomment>1: {n} day ago</extracomment>
        <translation>
            <numerusform>vor {n} Tag</numerusform>
            <numerusform>vor {n} Tagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../flux_desktop/services/notices.py"/>
        <source>{n} edits failed</source>
        <extracomment>1: An edit failed</extracomment>
        <translation>
            <numerusform>Eine Bearbeitung ist fehlgeschlagen</numerusform>
            <numerusform>{n} Bearbeitungen sind fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../flux_desktop/ui/palette/overlay.py"/>
        <source>{n} entries</source>
        <extracomment>1: {n} entry</extracomment>
        <translation>
            <numerusform>{n} Eintrag</numerusform>
            <numerusform>{n} Einträge</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/queue/job_report.py"/>
        <source>{n} failed</source>
        <translation>{n} fehlgeschlagen</translation>
    </message>
    <message numerus="yes">
        <location filename="../../flux_desktop/ui/dialogs/outgoing.py"/>
        <source>{n} files</source>
        <extracomment>1: one file</extracomment>
        <translation>
            <numerusform>eine Datei</numerusform>
            <numerusform>{n} Dateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../flux_desktop/ui/history/filter_words.py"/>
        <source>{n} filters</source>
        <extracomment>1: {n} filter</extracomment>
        <translation>
            <numerusform>{n} Filter</numerusform>
            <numerusform>{n} Filter</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/wording.py"/>
        <source>{n} h</source>
        <comment>hours</comment>
        <translation>{n} Std</translation>
    </message>
    <message numerus="yes">
        <location filename="../../flux_desktop/ui/wording.py"/>
        <source>{n} hours ago</source>
        <extracomment>1: {n} hour ago</extracomment>
        <translation>
            <numerusform>vor {n} Stunde</numerusform>
            <numerusform>vor {n} Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../flux_desktop/ui/dialogs/spending.py"/>
        <source>{n} lines in {file}</source>
        <extracomment>1: {n} line in {file}</extracomment>
        <translation>
            <numerusform>{n} Zeile in {file}</numerusform>
            <numerusform>{n} Zeilen in {file}</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/wording.py"/>
        <source>{n} min</source>
        <comment>minutes</comment>
        <translation>{n} Min</translation>
    </message>
    <message numerus="yes">
        <location filename="../../flux_desktop/ui/wording.py"/>
        <source>{n} minutes ago</source>
        <extracomment>1: {n} minute ago</extracomment>
        <translation>
            <numerusform>vor {n} Minute</numerusform>
            <numerusform>vor {n} Minuten</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/wording.py"/>
        <source>{n} mo</source>
        <comment>months</comment>
        <translation>{n} Mon</translation>
    </message>
    <message numerus="yes">
        <location filename="../../flux_desktop/ui/dialogs/provider_parts.py"/>
        <source>{n} models, as the program knows them.</source>
        <extracomment>1: {n} model, as the program knows them.</extracomment>
        <translation>
            <numerusform>{n} Modell, wie das Programm es kennt.</numerusform>
            <numerusform>{n} Modelle, wie das Programm sie kennt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../flux_desktop/ui/dialogs/provider_parts.py"/>
        <source>{n} models, of the list of {date}.</source>
        <extracomment>1: {n} model, of the list of {date}.</extracomment>
        <translation>
            <numerusform>{n} Modell, aus der Liste vom {date}.</numerusform>
            <numerusform>{n} Modelle, aus der Liste vom {date}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../flux_desktop/ui/wording.py"/>
        <source>{n} months ago</source>
        <extracomment>1: {n} month ago</extracomment>
        <translation>
            <numerusform>vor {n} Monat</numerusform>
            <numerusform>vor {n} Monaten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../flux_desktop/ui/dialogs/storage_page.py"/>
        <source>{n} more can't go yet: something was made from them.</source>
        <extracomment>1: {n} more can't go yet: something was made from it.</extracomment>
        <translation>
            <numerusform>{n} weiteres kann noch nicht weg: Daraus ist etwas entstanden.</numerusform>
            <numerusform>{n} weitere können noch nicht weg: Daraus ist etwas entstanden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../flux_desktop/ui/messages/view.py"/>
        <source>{n} more messages</source>
        <extracomment>1: {n} more message</extracomment>
        <translation>
            <numerusform>{n} weitere Meldung</numerusform>
            <numerusform>{n} weitere Meldungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../flux_desktop/ui/history/menus.py"/>
        <source>{n} new seeds</source>
        <extracomment>1: {n} new seed</extracomment>
        <translation>
            <numerusform>{n} neuer Seed</numerusform>
            <numerusform>{n} neue Seeds</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/references/strip.py"/>
        <source>{n} not sent: the limit is {limit}.</source>
        <translation>{n} nicht gesendet: Die Grenze ist {limit}.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../flux_desktop/services/session/session.py"/>
        <source>{n} of its {all} reference images are not kept any more: left out.</source>
        <extracomment>1: {n} of its {all} reference images is not kept any more: left out.</extracomment>
        <translation>
            <numerusform>{n} von {all} Referenzbildern ist nicht mehr da: weggelassen.</numerusform>
            <numerusform>{n} von {all} Referenzbildern sind nicht mehr da: weggelassen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../flux_desktop/ui/desk/window_dialogs.py"/>
        <source>{n} of the {whole} have a star.</source>
        <extracomment>1: {n} of the {whole} has a star.</extracomment>
        <translation>
            <numerusform>{n} von {whole} hat einen Stern.</numerusform>
            <numerusform>{n} von {whole} haben einen Stern.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../flux_desktop/services/node_marks.py"/>
        <location filename="../../flux_desktop/store/rescue.py"/>
        <location filename="../../flux_desktop/ui/dialogs/sheet.py"/>
        <location filename="../../flux_desktop/ui/prompt/price_tag.py"/>
        <source>{n} pictures</source>
        <extracomment>1: {n} picture</extracomment>
        <translation>
            <numerusform>{n} Bild</numerusform>
            <numerusform>{n} Bilder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../flux_desktop/ui/desk/tree_files.py"/>
        <source>{n} pictures you had already</source>
        <extracomment>1: {n} picture you had already</extracomment>
        <translation>
            <numerusform>{n} Bild war schon da</numerusform>
            <numerusform>{n} Bilder waren schon da</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../flux_desktop/ui/history/trash_bar.py"/>
        <source>{n} pictures, {size}</source>
        <extracomment>1: {n} picture, {size}</extracomment>
        <translation>
            <numerusform>{n} Bild, {size}</numerusform>
            <numerusform>{n} Bilder, {size}</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/finish_strip.py"/>
        <source>{n} px</source>
        <translation>{n} px</translation>
    </message>
    <message numerus="yes">
        <location filename="../../flux_desktop/services/node_marks.py"/>
        <location filename="../../flux_desktop/ui/history/header.py"/>
        <location filename="../../flux_desktop/ui/queue/job_report.py"/>
        <source>{n} results</source>
        <extracomment>1: {n} result</extracomment>
        <translation>
            <numerusform>{n} Ergebnis</numerusform>
            <numerusform>{n} Ergebnisse</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../flux_desktop/services/notices.py"/>
        <source>{n} results are ready</source>
        <extracomment>1: A result is ready</extracomment>
        <translation>
            <numerusform>Ein Ergebnis ist fertig</numerusform>
            <numerusform>{n} Ergebnisse sind fertig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../flux_desktop/ui/messages/bar.py"/>
        <source>{n} results are ready.</source>
        <extracomment>1: A result is ready.</extracomment>
        <translation>
            <numerusform>Ein Ergebnis ist fertig.</numerusform>
            <numerusform>{n} Ergebnisse sind fertig.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../flux_desktop/ui/history/header.py"/>
        <source>{n} results in the trash</source>
        <extracomment>1: {n} result in the trash</extracomment>
        <translation>
            <numerusform>{n} Ergebnis im Papierkorb</numerusform>
            <numerusform>{n} Ergebnisse im Papierkorb</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../flux_desktop/ui/history/bulk_bar.py"/>
        <source>{n} results selected</source>
        <extracomment>1: {n} result selected</extracomment>
        <translation>
            <numerusform>{n} Ergebnis ausgewählt</numerusform>
            <numerusform>{n} Ergebnisse ausgewählt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../flux_desktop/ui/dialogs/storage_page.py"/>
        <source>{n} results, {size}</source>
        <extracomment>1: {n} result, {size}</extracomment>
        <translation>
            <numerusform>{n} Ergebnis, {size}</numerusform>
            <numerusform>{n} Ergebnisse, {size}</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/queue/job_report.py"/>
        <source>{n} running</source>
        <translation>{n} in Arbeit</translation>
    </message>
    <message numerus="yes">
        <location filename="../../flux_desktop/services/pictures.py"/>
        <source>{n} stored pictures are missing. The history shows which, and everything else can be used. Restore {folder} from a backup to have them back.</source>
        <extracomment>1: {n} stored picture is missing. The history shows which, and everything else can be used. Restore {folder} from a backup to have them back.</extracomment>
        <translation>
            <numerusform>{n} aufbewahrtes Bild fehlt. Der Verlauf zeigt, welches, und alles andere lässt sich verwenden. Spielen Sie {folder} aus einer Sicherung zurück, um es wiederzuhaben.</numerusform>
            <numerusform>{n} aufbewahrte Bilder fehlen. Der Verlauf zeigt, welche, und alles andere lässt sich verwenden. Spielen Sie {folder} aus einer Sicherung zurück, um sie wiederzuhaben.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/queue/job_report.py"/>
        <source>{n} unknown</source>
        <translation>{n} unbekannt</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/queue/job_report.py"/>
        <source>{n} waiting</source>
        <translation>{n} wartend</translation>
    </message>
    <message numerus="yes">
        <location filename="../../flux_desktop/services/bulk_export.py"/>
        <source>{n} were there already and left alone.</source>
        <extracomment>1: {n} was there already and left alone.</extracomment>
        <translation>
            <numerusform>{n} war schon da und blieb unberührt.</numerusform>
            <numerusform>{n} waren schon da und blieben unberührt.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/wording.py"/>
        <source>{n} y</source>
        <comment>years</comment>
        <translation>{n} J</translation>
    </message>
    <message numerus="yes">
        <location filename="../../flux_desktop/ui/wording.py"/>
        <source>{n} years ago</source>
        <extracomment>1: {n} year ago</extracomment>
        <translation>
            <numerusform>vor {n} Jahr</numerusform>
            <numerusform>vor {n} Jahren</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/lumenfall/sizes.py"/>
        <source>{one} and {other}</source>
        <translation>{one} und {other}</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/export.py"/>
        <source>{path} cannot be written: {reason}.</source>
        <translation>{path} lässt sich nicht schreiben: {reason}.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../flux_desktop/ui/dialogs/sheet.py"/>
        <source>{pictures} on {n} pages</source>
        <extracomment>1: {pictures} on {n} page</extracomment>
        <translation>
            <numerusform>{pictures} auf {n} Seite</numerusform>
            <numerusform>{pictures} auf {n} Seiten</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/desk.py"/>
        <source>{picture} – Flux Desktop</source>
        <translation>{picture} – Flux Desktop</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/changes.py"/>
        <source>{picture}, against the picture it was made from</source>
        <translation>{picture}, verglichen mit dem Bild, aus dem es entstand</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/changes.py"/>
        <source>{pixels} down</source>
        <translation>{pixels} nach unten</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/changes.py"/>
        <source>{pixels} to the left</source>
        <translation>{pixels} nach links</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/changes.py"/>
        <source>{pixels} to the right</source>
        <translation>{pixels} nach rechts</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/changes.py"/>
        <source>{pixels} up</source>
        <translation>{pixels} nach oben</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/change.py"/>
        <source>{place} What stayed differs by ΔE {difference} (L* {l}, a* {a}, b* {b}, C* {c}; red {red}, green {green}, blue {blue}). {share} % of the compared area has other content.</source>
        <translation>{place} Was blieb, weicht um ΔE {difference} ab (L* {l}, a* {a}, b* {b}, C* {c}; Rot {red}, Grün {green}, Blau {blue}). {share} % der verglichenen Fläche haben anderen Inhalt.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/prompt/run_bar.py"/>
        <source>{price} (price not published)</source>
        <translation>{price} (Preis nicht veröffentlicht)</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/messages/ways.py"/>
        <source>{provider} (no key)</source>
        <translation>{provider} (kein Schlüssel)</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/eachlabs/provider.py"/>
        <source>{provider} accepts the key. Nothing was ordered to find out.</source>
        <translation>{provider} nimmt den Schlüssel an. Dafür wurde nichts bestellt.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/bfl/provider.py"/>
        <source>{provider} accepts the key: {credits} credits are left. Nothing was ordered to find out.</source>
        <translation>{provider} nimmt den Schlüssel an: Es sind noch {credits} Credits da. Dafür wurde nichts bestellt.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/http/answers.py"/>
        <source>{provider} answered with a redirect (HTTP {status}), which is not followed</source>
        <translation>{provider} hat mit einer Umleitung geantwortet (HTTP {status}), der nicht gefolgt wird</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/http/answers.py"/>
        <source>{provider} answered with a web page (HTTP {status}).</source>
        <translation>{provider} hat mit einer Webseite geantwortet (HTTP {status}).</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/http/answers.py"/>
        <source>{provider} answered with JSON that holds no fields.</source>
        <translation>{provider} hat mit JSON geantwortet, in dem keine Felder sind.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/http/answers.py"/>
        <source>{provider} answered with no JSON (HTTP {status}).</source>
        <translation>{provider} hat nicht mit JSON geantwortet (HTTP {status}).</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/http/answers.py"/>
        <source>{provider} answered with nothing (HTTP {status}).</source>
        <translation>{provider} hat leer geantwortet (HTTP {status}).</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/images_api/provider.py"/>
        <source>{provider} answered without a picture{why}.</source>
        <translation>{provider} hat ohne Bild geantwortet{why}.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/leaving.py"/>
        <source>{provider} answers “{prompt}” with the result itself: it can't be fetched later, and may be charged.</source>
        <translation>{provider} antwortet auf „{prompt}“ mit dem Ergebnis selbst: Es lässt sich später nicht holen und wird vielleicht berechnet.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/http/answers.py"/>
        <source>{provider} asks for a pause (HTTP 429)</source>
        <translation>{provider} bittet um eine Pause (HTTP 429)</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/code/saving.py"/>
        <source>{provider} asks no host, so there is no call to write down.</source>
        <translation>{provider} fragt keinen Host, darum gibt es keinen Aufruf aufzuschreiben.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/http/verdict.py"/>
        <source>{provider} did not answer in time.</source>
        <translation>{provider} hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/base.py"/>
        <source>{provider} did not finish within {deadline} seconds.</source>
        <translation>{provider} ist nicht innerhalb von {deadline} Sekunden fertig geworden.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/sdcpp/provider.py"/>
        <source>{provider} did not make it: {why}.</source>
        <translation>{provider} hat es nicht gemacht: {why}.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/bfl/provider.py"/>
        <source>{provider} did not say how many credits are left.</source>
        <translation>{provider} hat nicht gesagt, wie viele Credits noch da sind.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/http/answers.py"/>
        <source>{provider} does not accept the key</source>
        <translation>{provider} nimmt den Schlüssel nicht an</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/http/answers.py"/>
        <source>{provider} does not allow this with the key</source>
        <translation>{provider} erlaubt das mit diesem Schlüssel nicht</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/sdcpp/provider.py"/>
        <source>{provider} does not know the order any more: {why}.</source>
        <translation>{provider} kennt den Auftrag nicht mehr: {why}.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/http/answers.py"/>
        <source>{provider} failed (HTTP {status})</source>
        <translation>{provider} meldet einen Fehler (HTTP {status})</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/http/answers.py"/>
        <source>{provider} finds the request invalid (HTTP {status})</source>
        <translation>{provider} hält die Anfrage für ungültig (HTTP {status})</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/base.py"/>
        <source>{provider} finished without a result.</source>
        <translation>{provider} ist ohne Ergebnis fertig geworden.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/base.py"/>
        <source>{provider} has no model “{id}”.</source>
        <translation>{provider} hat kein Modell „{id}“.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/eachlabs/provider.py"/>
        <source>{provider} knows none of the models.</source>
        <translation>{provider} kennt keines der Modelle.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/updates.py"/>
        <source>{provider} names no version.</source>
        <translation>{provider} nennt keine Version.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/code.py"/>
        <source>{provider} needs no key.</source>
        <translation>{provider} braucht keinen Schlüssel.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/base.py"/>
        <source>{provider} offers no free way to test a key: it is tried with the first edit.</source>
        <translation>{provider} bietet keine kostenlose Prüfung eines Schlüssels: Er wird mit der ersten Bearbeitung ausprobiert.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../flux_desktop/services/catalogues.py"/>
        <source>{provider} offers {n} models.</source>
        <extracomment>1: {provider} offers {n} model.</extracomment>
        <translation>
            <numerusform>{provider} bietet {n} Modell an.</numerusform>
            <numerusform>{provider} bietet {n} Modelle an.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/catalogues.py"/>
        <source>{provider} publishes no list: the models are those that the program knows.</source>
        <translation>{provider} veröffentlicht keine Liste: Die Modelle sind die, die das Programm kennt.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/http/answers.py"/>
        <source>{provider} refused it</source>
        <translation>{provider} hat es abgelehnt</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/http/download.py"/>
        <source>{provider} sent a result of more than {most} MB.</source>
        <translation>{provider} hat ein Ergebnis von mehr als {most} MB gesendet.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/base.py"/>
        <source>{provider} sent a result that cannot be used: {error}</source>
        <translation>{provider} hat ein Ergebnis gesendet, das sich nicht verwenden lässt: {error}</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/http/download.py"/>
        <source>{provider} sent a web page in place of the result.</source>
        <translation>{provider} hat statt des Ergebnisses eine Webseite gesendet.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/http/download.py"/>
        <source>{provider} sent an empty result.</source>
        <translation>{provider} hat ein leeres Ergebnis gesendet.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/http/client.py"/>
        <source>{provider} sent more than the program reads.</source>
        <translation>{provider} hat mehr gesendet, als das Programm liest.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/sdcpp/provider.py"/>
        <source>{provider} tells a status that is not known: {word}.</source>
        <translation>{provider} nennt einen unbekannten Status: {word}.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/sdcpp/provider.py"/>
        <source>{provider} took the order but gave it no name.</source>
        <translation>{provider} hat den Auftrag angenommen, ihm aber keinen Namen gegeben.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/bfl/provider.py"/>
        <source>{provider} took the order but named no address of its own to ask for it.</source>
        <translation>{provider} hat den Auftrag angenommen, aber keine eigene Adresse genannt, um danach zu fragen.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/http/answers.py"/>
        <source>{provider} took too long</source>
        <translation>{provider} hat zu lange gebraucht</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/prompt/price_tag.py"/>
        <source>{provider} was asked for this price.</source>
        <translation>{provider} wurde nach diesem Preis gefragt.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/http/verdict.py"/>
        <source>{provider}: its address is none of the web.</source>
        <translation>{provider}: Die Adresse ist keine Web-Adresse.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/http/verdict.py"/>
        <source>{provider}: no connection to {host}{why}.</source>
        <translation>{provider}: keine Verbindung zu {host}{why}.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/http/verdict.py"/>
        <source>{provider}: no key goes to an address that a host named: nothing was sent.</source>
        <translation>{provider}: An eine Adresse, die ein Host genannt hat, geht kein Schlüssel: Nichts wurde gesendet.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/base.py"/>
        <source>{provider}: no key is set.</source>
        <translation>{provider}: Es ist kein Schlüssel eingetragen.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/http/answers.py"/>
        <source>{provider}: the account is out of credit</source>
        <translation>{provider}: Das Guthaben des Kontos ist aufgebraucht</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/http/verdict.py"/>
        <source>{provider}: the address for the upload {what}.</source>
        <translation>{provider}: Die Adresse für den Upload {what}.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/http/download.py"/>
        <source>{provider}: the connection was lost while the result was fetched.</source>
        <translation>{provider}: Die Verbindung brach ab, während das Ergebnis geholt wurde.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/http/verdict.py"/>
        <source>{provider}: the connection was lost.</source>
        <translation>{provider}: Die Verbindung brach ab.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/http/verdict.py"/>
        <source>{provider}: the key holds characters that no key has: nothing was sent.</source>
        <translation>{provider}: Der Schlüssel enthält Zeichen, die kein Schlüssel hat: Nichts wurde gesendet.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/http/verdict.py"/>
        <source>{provider}: the key is for {home}, not for {host}: nothing was sent.</source>
        <translation>{provider}: Der Schlüssel ist für {home}, nicht für {host}: Nichts wurde gesendet.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/eachlabs/provider.py"/>
        <source>{provider}: the keys of your bucket are not set.</source>
        <translation>{provider}: Die Schlüssel Ihres Buckets sind nicht eingetragen.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/bfl/provider.py"/>
        <source>{provider}: the order was made at another address than the one that is set.</source>
        <translation>{provider}: Der Auftrag wurde bei einer anderen Adresse erteilt als der, die eingestellt ist.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/http/download.py"/>
        <source>{provider}: the result could not be fetched (HTTP {status}).</source>
        <translation>{provider}: Das Ergebnis ließ sich nicht holen (HTTP {status}).</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/http/download.py"/>
        <source>{provider}: the result took too long to fetch.</source>
        <translation>{provider}: Das Ergebnis zu holen hat zu lange gedauert.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/http/download.py"/>
        <source>{provider}: the result {what}.</source>
        <translation>{provider}: Das Ergebnis {what}.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/http/download.py"/>
        <source>{provider}: the result's link has expired (HTTP {status}).</source>
        <translation>{provider}: Der Link des Ergebnisses ist abgelaufen (HTTP {status}).</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/http/verdict.py"/>
        <source>{provider}: {host} would be asked without encryption: nothing was sent.</source>
        <translation>{provider}: {host} würde ohne Verschlüsselung gefragt: Nichts wurde gesendet.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/providers_page.py"/>
        <source>{provider}: {state}</source>
        <translation>{provider}: {state}</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/tuning_strip.py"/>
        <source>{rate} / s</source>
        <translation>{rate} / s</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/lumenfall/sizes.py"/>
        <source>{ratio} becomes {nearest}: {width}×{height}.</source>
        <translation>{ratio} wird zu {nearest}: {width}×{height}.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/references/strip.py"/>
        <source>{reason} Not sent: {n}.</source>
        <translation>{reason} Nicht gesendet: {n}.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/recipe_dialog.py"/>
        <source>{right} px right, {down} px down</source>
        <translation>{right} px nach rechts, {down} px nach unten</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/change.py"/>
        <source>{share} % changed</source>
        <translation>{share} % geändert</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/differing.py"/>
        <source>{share} % differs</source>
        <translation>{share} % anders</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/change.py"/>
        <source>{share} % larger</source>
        <translation>{share} % größer</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/core/change.py"/>
        <source>{share} % smaller</source>
        <translation>{share} % kleiner</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/changes.py"/>
        <source>{share} of the area</source>
        <translation>{share} der Fläche</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/wording.py"/>
        <source>{size} bytes</source>
        <translation>{size} Byte</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/sheet.py"/>
        <source>{size}. {n} more are left out: a sheet takes {most}.</source>
        <translation>{size}. {n} weitere fehlen: Ein Bogen nimmt {most} auf.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/money.py"/>
        <source>{span}: {used} ({limits})</source>
        <translation>{span}: {used} ({limits})</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/money.py"/>
        <source>{spent} of this month's budget of {limit} is used</source>
        <translation>{spent} vom Budget dieses Monats von {limit} sind verbraucht</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/money.py"/>
        <source>{spent} of today's budget of {limit} is used</source>
        <translation>{spent} vom heutigen Budget von {limit} sind verbraucht</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/menus.py"/>
        <location filename="../../flux_desktop/ui/history/recipe_dialog.py"/>
        <source>{stars} of {best}</source>
        <translation>{stars} von {best}</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/filters.py"/>
        <source>{stars} or more</source>
        <translation>{stars} oder mehr</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/queue/panel.py"/>
        <source>{state}: {facts}</source>
        <translation>{state}: {facts}</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/wording.py"/>
        <source>{time} h</source>
        <comment>hours and minutes</comment>
        <translation>{time} h</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/wording.py"/>
        <source>{time} min</source>
        <comment>minutes and seconds</comment>
        <translation>{time} min</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/wording.py"/>
        <source>{time} s</source>
        <comment>seconds</comment>
        <translation>{time} s</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/money.py"/>
        <source>{used}, and this would cost about {amount}.</source>
        <translation>{used}, und das hier würde etwa {amount} kosten.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/money.py"/>
        <source>{used}, and this would cost more than {amount}.</source>
        <translation>{used}, und das hier würde mehr als {amount} kosten.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/money.py"/>
        <source>{used}, and what this costs is not known.</source>
        <translation>{used}, und was das hier kostet, ist nicht bekannt.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/info_line.py"/>
        <source>{value} (16 bit)</source>
        <translation>{value} (16 Bit)</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/provider_page.py"/>
        <source>{variable} cannot be used. {why}</source>
        <translation>{variable} lässt sich nicht verwenden. {why}</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/provider_page.py"/>
        <location filename="../../flux_desktop/ui/dialogs/provider_parts.py"/>
        <source>{variable} is set outside the program and counts: {used}</source>
        <translation>{variable} ist außerhalb des Programms gesetzt und gilt: {used}</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/store/keys.py"/>
        <source>{what} has spaces, line breaks or letters that no key has.</source>
        <translation>{what} enthält Leerzeichen, Zeilenumbrüche oder Zeichen, die kein Schlüssel hat.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/store/keys.py"/>
        <source>{what} is empty.</source>
        <translation>{what} ist leer.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/store/files.py"/>
        <source>{what}: the disk is full.</source>
        <translation>{what}: Der Datenträger ist voll.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/store/files.py"/>
        <source>{what}: this user may not write there.</source>
        <translation>{what}: Dieser Benutzer darf dort nicht schreiben.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/history/recipe_dialog.py"/>
        <source>{width} × {height} of the picture, from {left}, {top}</source>
        <translation>{width} × {height} des Bildes, ab {left}, {top}</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/extend_strip.py"/>
        <location filename="../../flux_desktop/ui/canvas/scene.py"/>
        <location filename="../../flux_desktop/ui/dialogs/export.py"/>
        <location filename="../../flux_desktop/ui/history/recipe_dialog.py"/>
        <location filename="../../flux_desktop/ui/history/words.py"/>
        <source>{width} × {height} pixels</source>
        <translation>{width} × {height} Pixel</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/references/crop_view.py"/>
        <source>{width} × {height} pixels from {left}, {top}</source>
        <translation>{width} × {height} Pixel ab {left}, {top}</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/detail.py"/>
        <source>{width} × {height} pixels; the picture before has {wide} × {high}.</source>
        <translation>{width} × {height} Pixel; das Bild davor hat {wide} × {high}.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/region.py"/>
        <source>{width} × {height} px sent, pixel by pixel</source>
        <translation>{width} × {height} px gesendet, Pixel für Pixel</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/region.py"/>
        <source>{width} × {height} px sent, {times}× larger</source>
        <translation>{width} × {height} px gesendet, {times}-fach vergrößert</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/region.py"/>
        <source>{width} × {height} px sent, {times}× smaller</source>
        <translation>{width} × {height} px gesendet, {times}-fach verkleinert</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/key_card.py"/>
        <source>{without} {variable} in the environment works too.</source>
        <translation>{without} {variable} in der Umgebung geht auch.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/desk/recipe_in.py"/>
        <source>{words} (not in your library)</source>
        <translation>{words} (nicht in Ihrer Bibliothek)</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/keymap.py"/>
        <source>{words} ({keys})</source>
        <translation>{words} ({keys})</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/palette/entry.py"/>
        <source>{words}, not possible now: {reason}</source>
        <translation>{words}, jetzt nicht möglich: {reason}</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/messages/links.py"/>
        <source>{words}: {address}</source>
        <translation>{words}: {address}</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/scene.py"/>
        <source>{zoom}, fits the window</source>
        <translation>{zoom}, im Fenster eingepasst</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/keys_editor.py"/>
        <source>“{name}”</source>
        <translation>„{name}“</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/offline/vocabulary.py"/>
        <source>“{phrase}” changes a picture, and there is none to change.</source>
        <translation>„{phrase}“ ändert ein Bild, und es ist keines zum Ändern da.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/effects/pipeline.py"/>
        <source>“{phrase}” changes the shape of the picture and cannot act in a selection.</source>
        <translation>„{phrase}“ ändert die Form des Bildes und kann nicht in einer Auswahl wirken.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/effects/makers.py"/>
        <source>“{phrase}” makes a picture of its own.</source>
        <translation>„{phrase}“ ergibt ein eigenes Bild.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/imaging/effects/makers.py"/>
        <source>“{phrase}” needs a picture with transparent parts, and this one has none.</source>
        <translation>„{phrase}“ braucht ein Bild mit durchsichtigen Teilen, und dieses hat keine.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/offline/reader.py"/>
        <source>“{phrase}”: there is no way back from {word}.</source>
        <translation>„{phrase}“: Von {word} führt kein Weg zurück.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/offline/work.py"/>
        <location filename="../../flux_desktop/services/notices.py"/>
        <location filename="../../flux_desktop/ui/wording.py"/>
        <source>“{prompt}”</source>
        <translation>„{prompt}“</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/leaving.py"/>
        <source>“{prompt}” still waits for its region, and is not in the queue yet.</source>
        <translation>„{prompt}“ wartet noch auf seinen Bereich und steht noch nicht in der Warteschlange.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/session/waiting.py"/>
        <source>“{prompt}” was not run: the program ended before its region was made.</source>
        <translation>„{prompt}“ wurde nicht ausgeführt: Das Programm endete, bevor der Bereich fertig war.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/notices.py"/>
        <source>“{prompt}”: it failed</source>
        <translation>„{prompt}“: fehlgeschlagen</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/services/notices.py"/>
        <source>“{prompt}”: {cost}</source>
        <translation>„{prompt}“: {cost}</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/providers/bucket.py"/>
        <source>“{value}” cannot be the {what}.</source>
        <translation>„{value}“ passt nicht: {what}.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/key_card.py"/>
        <source>●●●●●●●●  for this session only</source>
        <translation>●●●●●●●●  nur für diese Sitzung</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/key_card.py"/>
        <source>●●●●●●●●  in a plain file, not protected</source>
        <translation>●●●●●●●●  in einer einfachen Datei, nicht geschützt</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/dialogs/key_card.py"/>
        <source>●●●●●●●●  kept in the keychain</source>
        <translation>●●●●●●●●  im Schlüsselbund aufbewahrt</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/references/strip.py"/>
        <source>Up to {limit}; the prompt calls the first “image {n}”.</source>
        <translation type="vanished">Bis zu {limit}; der Prompt nennt das erste „image {n}“.</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/canvas/finish_strip.py"/>
        <source>Move</source>
        <translation type="vanished">Verschieben</translation>
    </message>
    <message>
        <location filename="../../flux_desktop/ui/colours/screen.py"/>
        <source>This desktop does not let programs look at the screen. Pick from the picture, or write the hex, e.g. #0066CC.</source>
        <translation type="vanished">Diese Arbeitsumgebung lässt Programme nicht auf den Bildschirm sehen. Nehmen Sie die Farbe aus dem Bild auf, oder schreiben Sie den Hexwert, z. B. #0066CC.</translation>
    </message>
</context>
</TS>
