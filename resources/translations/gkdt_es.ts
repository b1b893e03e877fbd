<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
    <context>
        <name>gkdt</name>
        <message>
            <location filename="../../app/controllers/display.py" />
            <source>  value {value}</source>
            <translation>  valor {value}</translation>
        </message>
        <message>
            <location filename="../../app/controllers/editing.py" />
            <source>"{name}" has no left-right pairs.</source>
            <translation>«{name}» no tiene pares izquierda-derecha.</translation>
        </message>
        <message>
            <location filename="../../app/training/runs.py" />
            <source>"{path}" cannot be written: {error}.</source>
            <translation>«{path}» no se puede escribir: {error}.</translation>
        </message>
        <message>
            <location filename="../../app/controllers/projects.py" />
            <source>"{path}" does not exist.</source>
            <translation>«{path}» no existe.</translation>
        </message>
        <message>
            <location filename="../../app/engine_service.py" />
            <source>"{path}" is too large to be a prompt or to be looked at closer.</source>
            <translation>«{path}» es demasiado grande para ser un prompt o para mirarla más de cerca.</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;About GKDT Annotator</source>
            <translation>&amp;Acerca de GKDT Annotator</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Accept the image</source>
            <translation>&amp;Aceptar la imagen</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Add an instance</source>
            <translation>Añadir una &amp;instancia</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Backups…</source>
            <translation>Copias de &amp;seguridad…</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Close the project</source>
            <translation>Cerra&amp;r el proyecto</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_dialog.py" />
            <source>&amp;Colour</source>
            <translation>&amp;Color</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Copy the pose</source>
            <translation>&amp;Copiar la pose</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Duplicate the instance</source>
            <translation>Dup&amp;licar la instancia</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Edit</source>
            <translation>&amp;Edición</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Edit the category…</source>
            <translation>Edi&amp;tar la categoría…</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>&amp;Epochs</source>
            <translation>&amp;Épocas</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Export…</source>
            <translation>E&amp;xportar…</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;File</source>
            <translation>&amp;Archivo</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Find missing images…</source>
            <translation>&amp;Buscar imágenes que faltan…</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Fit the image</source>
            <translation>&amp;Ajustar la imagen</translation>
        </message>
        <message>
            <location filename="../../app/controllers/display.py" />
            <source>&amp;Go on</source>
            <translation>&amp;Continuar</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Go to image…</source>
            <translation>&amp;Ir a la imagen…</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Help</source>
            <translation>A&amp;yuda</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Hide or show the keypoint</source>
            <translation>Ocultar o &amp;mostrar el punto clave</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Image</source>
            <translation>&amp;Imagen</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>&amp;Images</source>
            <translation>&amp;Imágenes</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <location filename="../../app/dialogs/category_dialog.py" />
            <source>&amp;Import…</source>
            <translation>&amp;Importar…</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Keypoint</source>
            <translation>&amp;Punto clave</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Keys</source>
            <translation>&amp;Teclas</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_dialog.py" />
            <source>&amp;Line</source>
            <translation>&amp;Línea</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Model</source>
            <translation>&amp;Modelo</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Models…</source>
            <translation>&amp;Modelos…</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;New category…</source>
            <translation>&amp;Nueva categoría…</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Next image</source>
            <translation>Imagen &amp;siguiente</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Next keypoint</source>
            <translation>&amp;Siguiente punto clave</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Occluded or visible</source>
            <translation>&amp;Oculto o visible</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Open a prompt…</source>
            <translation>&amp;Abrir un prompt…</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Open images…</source>
            <translation>&amp;Abrir imágenes…</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_dialog.py" />
            <source>&amp;Pair</source>
            <translation>&amp;Par</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Paste the pose</source>
            <translation>&amp;Pegar la pose</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Pre-label this image</source>
            <translation>&amp;Preetiquetar esta imagen</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Previous image</source>
            <translation>Imagen a&amp;nterior</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Previous keypoint</source>
            <translation>Punto clave &amp;anterior</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Quit</source>
            <translation>Sa&amp;lir</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Redo</source>
            <translation>&amp;Rehacer</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Remove the point</source>
            <translation>&amp;Quitar el punto</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/export_dialog.py" />
            <source>&amp;Reviewed images only</source>
            <translation>Solo imágenes &amp;revisadas</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Save the prompt…</source>
            <translation>&amp;Guardar el prompt…</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_dialog.py" />
            <source>&amp;Sketch</source>
            <translation>E&amp;squema</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Swap left and right</source>
            <translation>&amp;Intercambiar izquierda y derecha</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>&amp;Train</source>
            <translation>En&amp;trenar</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Train on this project…</source>
            <translation>&amp;Entrenar con este proyecto…</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Undo</source>
            <translation>&amp;Deshacer</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Use this image as a prompt</source>
            <translation>&amp;Usar esta imagen como prompt</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;View</source>
            <translation>&amp;Ver</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/backups_dialog.py" />
            <source>(damaged)</source>
            <translation>(dañada)</translation>
        </message>
        <message>
            <location filename="../../app/canvas/canvas.py" />
            <source>({number} of {count})</source>
            <translation>({number} de {count})</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/compare_tables.py" />
            <source>95 %</source>
            <translation>95 %</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/compare_tables.py" />
            <source>95 % of the distances are smaller, px</source>
            <translation>El 95 % de las distancias son menores, px</translation>
        </message>
        <message>
            <location filename="../../app/jobs.py" />
            <source>A background job</source>
            <translation>Una tarea en segundo plano</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/backups_dialog.py" />
            <source>A backup is made when a project is opened, if it has changed, and every {minutes} minutes while you edit. The newest six stay, and the last one of each of fourteen days.</source>
            <translation>Se hace una copia al abrir un proyecto, si cambió, y cada {minutes} minutos mientras edita. Quedan las seis más nuevas y la última de cada uno de catorce días.</translation>
        </message>
        <message>
            <location filename="../../app/controllers/editing.py" />
            <source>A box needs at least two points.</source>
            <translation>Un recuadro necesita al menos dos puntos.</translation>
        </message>
        <message>
            <location filename="../../app/controllers/safekeeping.py" />
            <source>A copy is being written already.</source>
            <translation>Ya se está escribiendo una copia.</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_dialog.py" />
            <source>A line between the two selected keypoints, or its end</source>
            <translation>Una línea entre los dos puntos seleccionados, o su fin</translation>
        </message>
        <message>
            <location filename="../../app/model_service.py" />
            <source>A name has none of {characters} and no dot at its ends.</source>
            <translation>Un nombre no contiene ninguno de {characters} ni empieza o acaba en punto.</translation>
        </message>
        <message>
            <location filename="../../app/controllers/training.py" />
            <location filename="../../app/dialogs/train_dialog.py" />
            <source>A training is going on. Stop it, or wait for its end, before you begin another.</source>
            <translation>Hay un entrenamiento en marcha. Deténgalo o espere a que termine antes de empezar otro.</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/small.py" />
            <source>About GKDT Annotator</source>
            <translation>Acerca de GKDT Annotator</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/model_steps.py" />
            <source>About {size}</source>
            <translation>Unos {size}</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Accept and go to the ne&amp;xt doubtful</source>
            <translation>Aceptar e ir a la siguiente d&amp;udosa</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Actual si&amp;ze</source>
            <translation>Tamaño r&amp;eal</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/models_dialog.py" />
            <source>Add a folder…</source>
            <translation>Añadir una carpeta…</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_dialog.py" />
            <source>Add a keypoint</source>
            <translation>Añadir un punto clave</translation>
        </message>
        <message>
            <location filename="../../app/project/store.py" />
            <source>Add category "{name}"</source>
            <translation>Añadir la categoría «{name}»</translation>
        </message>
        <message>
            <location filename="../../app/project/store.py" />
            <source>Add instance</source>
            <translation>Añadir instancia</translation>
        </message>
        <message>
            <location filename="../../app/project/store.py" />
            <source>Add the category first.</source>
            <translation>Añada primero la categoría.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/project/store.py" />
            <source>Add {n:,} images</source>
            <extracomment>One: Add image</extracomment>
            <translation>
                <numerusform>Añadir imagen</numerusform>
                <numerusform>Añadir {n:,} imágenes</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/controllers/prompting.py" />
            <source>Add {name}</source>
            <translation>Añadir {name}</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>After</source>
            <translation>Después</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/compare_dialog.py" />
            <source>Agreement</source>
            <translation>Concordancia</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/compare_dialog.py" />
            <source>Agreement for every keypoint</source>
            <translation>Concordancia de cada punto clave</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/export_dialog.py" />
            <source>All &amp;labelled images that are not rejected</source>
            <translation>Todas las imágenes &amp;etiquetadas que no están rechazadas</translation>
        </message>
        <message>
            <location filename="../../app/controllers/safekeeping.py" />
            <source>All image files are where they should be.</source>
            <translation>Todos los archivos de imagen están donde deben.</translation>
        </message>
        <message>
            <location filename="../../app/panels/checks_panel.py" />
            <source>All kinds ({count:,})</source>
            <translation>Todos los tipos ({count:,})</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/keys_dialog.py" />
            <source>All standard keys</source>
            <translation>Todas las teclas estándar</translation>
        </message>
        <message>
            <location filename="../../app/panels/media_model.py" />
            <source>All states</source>
            <translation>Todos los estados</translation>
        </message>
        <message>
            <location filename="../../app/project/store.py" />
            <source>Allow writing there, or put the images into a folder that you may write to.</source>
            <translation>Permita escribir allí o ponga las imágenes en una carpeta en la que pueda escribir.</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/settings_dialog.py" />
            <source>Also look at the mirror image (flip)</source>
            <translation>Mirar también la imagen reflejada (flip)</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_parts.py" />
            <source>Amber</source>
            <translation>Ámbar</translation>
        </message>
        <message>
            <location filename="../../app/model_service.py" />
            <source>An official weight file. Brought in as a folder it takes less space and loads faster.</source>
            <translation>Un archivo de pesos oficial. Traído como carpeta ocupa menos y se carga más rápido.</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/import_dialog.py" />
            <source>And {n:,} more.</source>
            <translation>Y {n:,} más.</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/import_dialog.py" />
            <source>Annotations ({suffixes})</source>
            <translation>Anotaciones ({suffixes})</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>Another training is going on.</source>
            <translation>Hay otro entrenamiento en marcha.</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/settings_dialog.py" />
            <source>As the computer: {name}</source>
            <translation>Como el ordenador: {name}</translation>
        </message>
        <message>
            <location filename="../../app/controllers/prompt_files.py" />
            <source>Ask for a new one.</source>
            <translation>Pida uno nuevo.</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/models_dialog.py" />
            <source>Automatic</source>
            <translation>Automático</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_parts.py" />
            <source>Automatic, by side</source>
            <translation>Automático, según el lado</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Back 10 images</source>
            <translation>Retroceder 10 imágenes</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/backups_dialog.py" />
            <source>Backups</source>
            <translation>Copias de seguridad</translation>
        </message>
        <message>
            <location filename="../../app/controllers/safekeeping.py" />
            <source>Backups…</source>
            <translation>Copias de seguridad…</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>Before</source>
            <translation>Antes</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>Before and after</source>
            <translation>Antes y después</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>Begin with</source>
            <translation>Partir de</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>Begun with {model}. {train} to learn from, {validation} to check with.</source>
            <translation>Partió de {model}. {train} para aprender, {validation} para comprobar.</translation>
        </message>
        <message>
            <location filename="../../app/panels/adjust_bar.py" />
            <source>Black at</source>
            <translation>Negro en</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_parts.py" />
            <source>Blue</source>
            <translation>Azul</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>Both</source>
            <translation>Ambos</translation>
        </message>
        <message>
            <location filename="../../app/panels/pose_overlay.py" />
            <source>Both poses over the picture</source>
            <translation>Ambas poses sobre la imagen</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Bri&amp;ghtness and contrast</source>
            <translation>Brillo y con&amp;traste</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Brighter</source>
            <translation>Más claro</translation>
        </message>
        <message>
            <location filename="../../app/panels/adjust_bar.py" />
            <source>Brightness</source>
            <translation>Brillo</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/models_dialog.py" />
            <source>Bring in a file…</source>
            <translation>Traer un archivo…</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/model_steps.py" />
            <source>Bring in a weight file</source>
            <translation>Traer un archivo de pesos</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/model_steps.py" />
            <source>Bring in the model</source>
            <translation>Traer el modelo</translation>
        </message>
        <message>
            <location filename="../../app/model_service.py" />
            <source>Bring it in or download it again.</source>
            <translation>Tráigalo o descárguelo de nuevo.</translation>
        </message>
        <message>
            <location filename="../../app/model_service.py" />
            <source>Bringing in {name}</source>
            <translation>Trayendo {name}</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_list.py" />
            <source>Broken off</source>
            <translation>Interrumpido</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/export_dialog.py" />
            <location filename="../../app/dialogs/import_dialog.py" />
            <source>Browse…</source>
            <translation>Examinar…</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>By single images</source>
            <translation>Por imágenes sueltas</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>COCO keypoints</source>
            <translation>Puntos clave COCO</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/import_dialog.py" />
            <source>COCO, YOLO-pose, DeepLabCut, Lightning Pose, LabelMe, CVAT XML, CSV; SLEAP and NWB with optional packages.</source>
            <translation>COCO, YOLO-pose, DeepLabCut, Lightning Pose, LabelMe, CVAT XML, CSV; SLEAP y NWB con paquetes opcionales.</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>CSV, a row a keypoint</source>
            <translation>CSV, una fila por punto clave</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>CSV, a row an instance</source>
            <translation>CSV, una fila por instancia</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>CVAT XML 1.1</source>
            <translation>CVAT XML 1.1</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/model_steps.py" />
            <source>Call it</source>
            <translation>Llamarlo</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/base.py" />
            <location filename="../../app/dialogs/models_dialog.py" />
            <location filename="../../app/dialogs/train_pages.py" />
            <location filename="../../app/panels/status_line.py" />
            <source>Cancel</source>
            <translation>Cancelar</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Cancel what is going on</source>
            <translation>Cancelar lo que está en marcha</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/compare_dialog.py" />
            <source>Cancelled.</source>
            <translation>Cancelado.</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Cannot &amp;be seen here</source>
            <translation>&amp;No se ve aquí</translation>
        </message>
        <message>
            <location filename="../../app/controllers/editing.py" />
            <location filename="../../app/panels/keypoint_table.py" />
            <source>Cannot be seen here</source>
            <translation>No se ve aquí</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/keys_dialog.py" />
            <source>Canvas</source>
            <translation>Lienzo</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/models_dialog.py" />
            <source>Card</source>
            <translation>Ficha</translation>
        </message>
        <message>
            <location filename="../../app/panels/side_panel.py" />
            <source>Category</source>
            <translation>Categoría</translation>
        </message>
        <message>
            <location filename="../../app/project/store.py" />
            <source>Category "{name}" has {len} keypoints, not {len2}.</source>
            <translation>La categoría «{name}» tiene {len} puntos clave, no {len2}.</translation>
        </message>
        <message>
            <location filename="../../app/project/store.py" />
            <source>Category "{name}": the {len} keypoints cannot continue the old {len2} as {list}.</source>
            <translation>Categoría «{name}»: los {len} puntos clave no pueden continuar los {len2} anteriores como {list}.</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_dialog.py" />
            <source>Category (*.json)</source>
            <translation>Categoría (*.json)</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>Change</source>
            <translation>Cambio</translation>
        </message>
        <message>
            <location filename="../../app/controllers/prompting.py" />
            <location filename="../../app/project/store.py" />
            <source>Change category "{name}"</source>
            <translation>Cambiar la categoría «{name}»</translation>
        </message>
        <message>
            <location filename="../../app/project/store.py" />
            <source>Change prompt</source>
            <translation>Cambiar el prompt</translation>
        </message>
        <message>
            <location filename="../../app/project/store.py" />
            <source>Change prompt texts</source>
            <translation>Cambiar los textos del prompt</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_dialog.py" />
            <source>Change the category</source>
            <translation>Cambiar la categoría</translation>
        </message>
        <message>
            <location filename="../../app/panels/media_model.py" />
            <source>Changed last</source>
            <translation>Cambiadas al final</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/keys_dialog.py" />
            <source>Changed; the standard is {keys}</source>
            <translation>Cambiada; la estándar es {keys}</translation>
        </message>
        <message>
            <location filename="../../app/project/files.py" />
            <source>Check its permissions, and that its drive is connected.</source>
            <translation>Compruebe sus permisos y que su unidad está conectada.</translation>
        </message>
        <message>
            <location filename="../../app/project/files.py" />
            <source>Check that the drive is connected and healthy, then try again.</source>
            <translation>Compruebe que la unidad está conectada y en buen estado e inténtelo de nuevo.</translation>
        </message>
        <message>
            <location filename="../../app/training/data.py" />
            <source>Check that the image can be read and that there is space on the disk of that folder.</source>
            <translation>Compruebe que la imagen se puede leer y que hay espacio en el disco de esa carpeta.</translation>
        </message>
        <message>
            <location filename="../../app/panels/left_panel.py" />
            <source>Checks</source>
            <translation>Avisos</translation>
        </message>
        <message>
            <location filename="../../app/panels/left_panel.py" />
            <source>Checks ({count:,})</source>
            <translation>Avisos ({count:,})</translation>
        </message>
        <message>
            <location filename="../../app/project/files.py" />
            <source>Choose a *.gkdt file, or a backup in {backup_folder}.</source>
            <translation>Elija un archivo *.gkdt o una copia de seguridad de {backup_folder}.</translation>
        </message>
        <message>
            <location filename="../../app/project/files.py" />
            <source>Choose a *.gkdt file.</source>
            <translation>Elija un archivo *.gkdt.</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Choose a cate&amp;gory</source>
            <translation>Elegir una cate&amp;goría</translation>
        </message>
        <message>
            <location filename="../../app/controllers/prompting.py" />
            <source>Choose a category first.</source>
            <translation>Elija primero una categoría.</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/import_dialog.py" />
            <source>Choose a file of annotations</source>
            <translation>Elegir un archivo de anotaciones</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/import_dialog.py" />
            <source>Choose a folder of annotations</source>
            <translation>Elegir una carpeta de anotaciones</translation>
        </message>
        <message>
            <location filename="../../app/controllers/projects.py" />
            <source>Choose a folder of images or a project.</source>
            <translation>Elija una carpeta de imágenes o un proyecto.</translation>
        </message>
        <message>
            <location filename="../../app/controllers/projects.py" />
            <source>Choose a folder with JPEG, PNG, TIFF, BMP or WebP files in it.</source>
            <translation>Elija una carpeta con archivos JPEG, PNG, TIFF, BMP o WebP.</translation>
        </message>
        <message>
            <location filename="../../app/controllers/display.py" />
            <location filename="../../app/panels/prompt_panel.py" />
            <source>Choose a model</source>
            <translation>Elegir un modelo</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/models_dialog.py" />
            <source>Choose a model folder</source>
            <translation>Elegir una carpeta de modelo</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/keys_dialog.py" />
            <source>Choose a row to give it another key.</source>
            <translation>Elija una fila para darle otra tecla.</translation>
        </message>
        <message>
            <location filename="../../app/panels/pose_overlay.py" />
            <source>Choose a row to see both poses.</source>
            <translation>Elija una fila para ver ambas poses.</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/models_dialog.py" />
            <source>Choose a weight file</source>
            <translation>Elegir un archivo de pesos</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/export_dialog.py" />
            <source>Choose an empty folder</source>
            <translation>Elegir una carpeta vacía</translation>
        </message>
        <message>
            <location filename="../../app/project/files.py" />
            <source>Choose another folder.</source>
            <translation>Elija otra carpeta.</translation>
        </message>
        <message>
            <location filename="../../app/project/store.py" />
            <source>Choose another name.</source>
            <translation>Elija otro nombre.</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>Choose for me</source>
            <translation>Elegir por mí</translation>
        </message>
        <message>
            <location filename="../../app/engine_service.py" />
            <source>Choose one with Model &gt; Models, or wait for it.</source>
            <translation>Elija uno en Modelo &gt; Modelos, o espere.</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/compare_dialog.py" />
            <source>Choose the first file</source>
            <translation>Elegir el primer archivo</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/import_dialog.py" />
            <source>Choose the folder of the images</source>
            <translation>Elegir la carpeta de las imágenes</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/missing_dialog.py" />
            <source>Choose the folder that they are in now, or one above it: all folders below are looked at.</source>
            <translation>Elija la carpeta en la que están ahora, o una superior: se miran todas las que contiene.</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/compare_dialog.py" />
            <source>Choose the second file</source>
            <translation>Elegir el segundo archivo</translation>
        </message>
        <message>
            <location filename="../../app/training/data.py" />
            <source>Choose to split by single images.</source>
            <translation>Elija repartir por imágenes sueltas.</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/compare_dialog.py" />
            <source>Choose two projects or COCO files first.</source>
            <translation>Elija primero dos proyectos o archivos COCO.</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/compare_dialog.py" />
            <source>Choose two projects or COCO files with annotations of the same pictures, then compare.</source>
            <translation>Elija dos proyectos o archivos COCO con anotaciones de las mismas imágenes y compare.</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/compare_dialog.py" />
            <source>Choose…</source>
            <translation>Elegir…</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_dialog.py" />
            <source>Click a new keypoint. Shift+drag moves one, a drag joins two</source>
            <translation>Clic: nuevo punto clave. Mayús+arrastrar mueve uno, arrastrar une dos</translation>
        </message>
        <message>
            <location filename="../../app/controllers/prompting.py" />
            <source>Click its keypoints first.</source>
            <translation>Haga clic primero en sus puntos clave.</translation>
        </message>
        <message>
            <location filename="../../app/controllers/prompting.py" />
            <location filename="../../app/engine_service.py" />
            <source>Click its keypoints on one image, or turn on names.</source>
            <translation>Haga clic en sus puntos clave en una imagen, o active los nombres.</translation>
        </message>
        <message>
            <location filename="../../app/controllers/prompting.py" />
            <source>Click keypoints on one image, or turn on names.</source>
            <translation>Haga clic en los puntos clave de una imagen, o active los nombres.</translation>
        </message>
        <message>
            <location filename="../../app/panels/prompt_panel.py" />
            <source>Click keypoints on one image: it becomes the first prompt.</source>
            <translation>Marque los puntos clave de una imagen: será el primer prompt.</translation>
        </message>
        <message>
            <location filename="../../app/panels/welcome.py" />
            <source>Click or name the keypoints once. The model places them on your other images, you check and correct, and a COCO file comes out. Images stay where they are and never leave this computer.</source>
            <translation>Marque o nombre los puntos clave una vez. El modelo los coloca en sus otras imágenes, usted comprueba y corrige, y sale un archivo COCO. Las imágenes se quedan donde están y nunca salen de este ordenador.</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_dialog.py" />
            <source>Click the keypoints on the current image</source>
            <translation>Hacer clic en los puntos clave de la imagen actual</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_dialog.py" />
            <source>Click: {keypoint}</source>
            <translation>Haga clic: {keypoint}</translation>
        </message>
        <message>
            <location filename="../../app/canvas/canvas.py" />
            <source>Click: {name}. Right-click: cannot be seen here</source>
            <translation>Haga clic: {name}. Clic derecho: no se ve aquí</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/backups_dialog.py" />
            <location filename="../../app/dialogs/compare_dialog.py" />
            <location filename="../../app/dialogs/failures_dialog.py" />
            <location filename="../../app/dialogs/import_dialog.py" />
            <location filename="../../app/dialogs/keys_dialog.py" />
            <location filename="../../app/dialogs/models_dialog.py" />
            <location filename="../../app/dialogs/report_dialog.py" />
            <location filename="../../app/dialogs/settings_dialog.py" />
            <location filename="../../app/dialogs/small.py" />
            <source>Close</source>
            <translation>Cerrar</translation>
        </message>
        <message>
            <location filename="../../app/panels/message_bar.py" />
            <source>Close this message</source>
            <translation>Cerrar este mensaje</translation>
        </message>
        <message>
            <location filename="../../app/panels/adjust_bar.py" />
            <source>Close this strip (J)</source>
            <translation>Cerrar esta franja (J)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Co&amp;mpare annotations…</source>
            <translation>Co&amp;mparar anotaciones…</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_dialog.py" />
            <source>Colour of the selected keypoints</source>
            <translation>Color de los puntos clave seleccionados</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/compare_dialog.py" />
            <source>Compare</source>
            <translation>Comparar</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/compare_dialog.py" />
            <source>Compare annotations</source>
            <translation>Comparar anotaciones</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/compare_dialog.py" />
            <source>Comparing {first} and {second}</source>
            <translation>Comparando {first} y {second}</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/compare_dialog.py" />
            <source>Comparing…</source>
            <translation>Comparando…</translation>
        </message>
        <message>
            <location filename="../../app/controllers/safekeeping.py" />
            <location filename="../../app/project/files.py" />
            <source>Connect its drive again, or put the file back where it was; then go on.</source>
            <translation>Conecte de nuevo su unidad o devuelva el archivo a su lugar; después continúe.</translation>
        </message>
        <message>
            <location filename="../../app/panels/adjust_bar.py" />
            <source>Contrast</source>
            <translation>Contraste</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/models_dialog.py" />
            <source>Convert an official weight file (*.best) to a model folder</source>
            <translation>Convertir un archivo de pesos oficial (*.best) en carpeta de modelo</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/models_dialog.py" />
            <source>Convert…</source>
            <translation>Convertir…</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/import_dialog.py" />
            <location filename="../../app/dialogs/report_dialog.py" />
            <source>Copied</source>
            <translation>Copiado</translation>
        </message>
        <message>
            <location filename="../../app/controllers/editing.py" />
            <source>Copied the pose of this {name}.</source>
            <translation>Copiada la pose de «{name}».</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/import_dialog.py" />
            <source>Copy</source>
            <translation>Copiar</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Copy the pre&amp;vious image's pose</source>
            <translation>Copiar la pose de la imagen &amp;anterior</translation>
        </message>
        <message>
            <location filename="../../app/controllers/editing.py" />
            <source>Copy the previous image's pose</source>
            <translation>Copiar la pose de la imagen anterior</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/report_dialog.py" />
            <source>Copy the report</source>
            <translation>Copiar el informe</translation>
        </message>
        <message>
            <location filename="../../app/controllers/safekeeping.py" />
            <source>Copying to {name}</source>
            <translation>Copiando a {name}</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>Counting the images…</source>
            <translation>Contando las imágenes…</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/export_dialog.py" />
            <source>Counting…</source>
            <translation>Contando…</translation>
        </message>
        <message>
            <location filename="../../app/controllers/safekeeping.py" />
            <source>Ctrl+Z takes it back.</source>
            <translation>Ctrl+Z lo deshace.</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>Curves</source>
            <translation>Curvas</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/settings_dialog.py" />
            <source>Dark</source>
            <translation>Oscuro</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Darker</source>
            <translation>Más oscuro</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>De&amp;lete the instance</source>
            <translation>&amp;Eliminar la instancia</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>DeepLabCut</source>
            <translation>DeepLabCut</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Delete all unreviewed predic&amp;tions…</source>
            <translation>Eliminar todas las predicciones sin revi&amp;sar…</translation>
        </message>
        <message>
            <location filename="../../app/project/store.py" />
            <source>Delete category "{name}"</source>
            <translation>Eliminar la categoría «{name}»</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/models_dialog.py" />
            <source>Delete it</source>
            <translation>Eliminarlo</translation>
        </message>
        <message>
            <location filename="../../app/controllers/windows.py" />
            <source>Delete predictions</source>
            <translation>Eliminar predicciones</translation>
        </message>
        <message>
            <location filename="../../app/controllers/windows.py" />
            <source>Delete the category</source>
            <translation>Eliminar la categoría</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Delete the category…</source>
            <translation>Eliminar la categoría…</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_dialog.py" />
            <source>Delete the training</source>
            <translation>Eliminar el entrenamiento</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_dialog.py" />
            <source>Delete the training on {project} of {when}, with its model and its checkpoint ({size})? This cannot be undone. The images and labels stay.</source>
            <translation>¿Eliminar el entrenamiento de {project} del {when}, con su modelo y su punto de control ({size})? No se puede deshacer. Las imágenes y las etiquetas se quedan.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/controllers/windows.py" />
            <location filename="../../app/project/store.py" />
            <source>Delete {n:,} instances</source>
            <extracomment>One: Delete instance</extracomment>
            <translation>
                <numerusform>Eliminar {n:,} instancia</numerusform>
                <numerusform>Eliminar {n:,} instancias</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/controllers/windows.py" />
            <source>Delete {n:,} instances that only the model has placed, in images that nobody reviewed?</source>
            <extracomment>One: Delete {n:,} instance that only the model has placed, in images that nobody reviewed?</extracomment>
            <translation>
                <numerusform>¿Eliminar {n:,} instancia que solo colocó el modelo, en imágenes que nadie revisó?</numerusform>
                <numerusform>¿Eliminar {n:,} instancias que solo colocó el modelo, en imágenes que nadie revisó?</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/dialogs/models_dialog.py" />
            <source>Delete {size}</source>
            <translation>Eliminar {size}</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/models_dialog.py" />
            <source>Delete {title}, {size}? The file "{path}" goes for good: undo does not bring it back.</source>
            <translation>¿Eliminar {title}, {size}? El archivo «{path}» desaparece para siempre: deshacer no lo recupera.</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/models_dialog.py" />
            <source>Delete {title}, {size}? The folder "{path}" goes for good: undo does not bring it back.</source>
            <translation>¿Eliminar {title}, {size}? La carpeta «{path}» desaparece para siempre: deshacer no la recupera.</translation>
        </message>
        <message>
            <location filename="../../app/controllers/windows.py" />
            <source>Delete “{name}”</source>
            <translation>Eliminar «{name}»</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/controllers/windows.py" />
            <source>Delete “{name}” and its {n:,} instances? Ctrl+Z brings all of it back.</source>
            <extracomment>One: Delete “{name}” and its {n:,} instance? Ctrl+Z brings both back.</extracomment>
            <translation>
                <numerusform>¿Eliminar «{name}» y su {n:,} instancia? Ctrl+Z recupera ambas.</numerusform>
                <numerusform>¿Eliminar «{name}» y sus {n:,} instancias? Ctrl+Z lo recupera todo.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>Delete…</source>
            <translation>Eliminar…</translation>
        </message>
        <message>
            <location filename="../../app/training/runs.py" />
            <source>Details are in the log (Help &gt; Open the log folder).</source>
            <translation>Los detalles están en el registro (Ayuda &gt; Mostrar el archivo de registro).</translation>
        </message>
        <message>
            <location filename="../../app/jobs.py" />
            <source>Details are in the log (Help &gt; Show the log file).</source>
            <translation>Los detalles están en el registro (Ayuda &gt; Mostrar el archivo de registro).</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/models_dialog.py" />
            <source>Device</source>
            <translation>Dispositivo</translation>
        </message>
        <message>
            <location filename="../../app/project/store.py" />
            <source>Do not ignore the finding</source>
            <translation>No ignorar el hallazgo</translation>
        </message>
        <message>
            <location filename="../../app/project/files.py" />
            <source>Do not trust it; ask its sender for an export instead.</source>
            <translation>No confíe en él; pida a quien lo envió una exportación.</translation>
        </message>
        <message>
            <location filename="../../app/panels/prompt_panel.py" />
            <source>Do not use {name} as a prompt</source>
            <translation>No usar {name} como prompt</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_list.py" />
            <source>Done</source>
            <translation>Hecho</translation>
        </message>
        <message>
            <location filename="../../app/training/runs.py" />
            <source>Done.</source>
            <translation>Hecho.</translation>
        </message>
        <message>
            <location filename="../../app/panels/keypoint_table.py" />
            <source>Double-click to tell the model other words.</source>
            <translation>Doble clic para decirle otras palabras al modelo.</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/model_steps.py" />
            <location filename="../../app/model_service.py" />
            <source>Download</source>
            <translation>Descargar</translation>
        </message>
        <message>
            <location filename="../../app/model_service.py" />
            <source>Download it first.</source>
            <translation>Descárguelo primero.</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/model_steps.py" />
            <source>Download {size}</source>
            <translation>Descargar {size}</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/model_steps.py" />
            <source>Download {title}</source>
            <translation>Descargar {title}</translation>
        </message>
        <message>
            <location filename="../../app/model_service.py" />
            <source>Downloading {title}</source>
            <translation>Descargando {title}</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/models_dialog.py" />
            <source>Downloading…</source>
            <translation>Descargando…</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/models_dialog.py" />
            <source>Download…</source>
            <translation>Descargar…</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_dialog.py" />
            <source>Drag from point to point for a line</source>
            <translation>Arrastre de punto a punto para una línea</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Draw low &amp;scores paler</source>
            <translation>Dibujar más pálidas las puntuaciones &amp;bajas</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Draw the &amp;box</source>
            <translation>Di&amp;bujar el recuadro</translation>
        </message>
        <message>
            <location filename="../../app/controllers/editing.py" />
            <source>Draw the box</source>
            <translation>Dibujar el recuadro</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_dialog.py" />
            <source>Draw the lines on paper</source>
            <translation>Dibujar las líneas sobre papel</translation>
        </message>
        <message>
            <location filename="../../app/controllers/heatmaps.py" />
            <source>Drawing the heatmaps of {name}</source>
            <translation>Dibujando los mapas de calor de {name}</translation>
        </message>
        <message>
            <location filename="../../app/controllers/editing.py" />
            <source>Duplicate the instance</source>
            <translation>Duplicar la instancia</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_dialog.py" />
            <source>E&amp;xport…</source>
            <translation>E&amp;xportar…</translation>
        </message>
        <message>
            <location filename="../../app/project/store.py" />
            <source>Edit instance</source>
            <translation>Editar instancia</translation>
        </message>
        <message>
            <location filename="../../app/controllers/editing.py" />
            <source>Edit the category: names that differ only in "left" and "right" become pairs.</source>
            <translation>Edite la categoría: los nombres que solo difieren en «left» y «right» forman pares.</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_dialog.py" />
            <source>Edit {category}</source>
            <translation>Editar {category}</translation>
        </message>
        <message>
            <location filename="../../app/model_service.py" />
            <source>Encoder</source>
            <translation>Codificador</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>End it now</source>
            <translation>Terminarlo ahora</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>Epochs</source>
            <translation>Épocas</translation>
        </message>
        <message>
            <location filename="../../app/main_window.py" />
            <source>Every edit is on disk as soon as you make it.</source>
            <translation>Cada cambio está en disco en cuanto lo hace.</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/model_steps.py" />
            <source>Every number exactly as it is in the file; the largest.</source>
            <translation>Cada número tal como está en el archivo; lo más grande.</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>Everything (slow)</source>
            <translation>Todo (lento)</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/import_dialog.py" />
            <source>Everything comes into {where}. Annotations and images are not changed; pictures that are inside a file, and frames of a video, are written beside the other images.</source>
            <translation>Todo entra en {where}. Las anotaciones y las imágenes no se cambian; las imágenes que están dentro de un archivo y los fotogramas de un vídeo se escriben junto a las demás.</translation>
        </message>
        <message>
            <location filename="../../app/controllers/safekeeping.py" />
            <source>Everything is saved there already.</source>
            <translation>Todo está ya guardado allí.</translation>
        </message>
        <message>
            <location filename="../../app/main_window.py" />
            <source>Everything is saved.</source>
            <translation>Todo está guardado.</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/models_dialog.py" />
            <source>Exact, and the slowest on a graphics card.</source>
            <translation>Exacta, y la más lenta en una tarjeta gráfica.</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>Examples</source>
            <translation>Ejemplos</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_dialog.py" />
            <source>Exchange left and right of the pair (double-click)</source>
            <translation>Cambiar izquierda y derecha del par (doble clic)</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/export_dialog.py" />
            <source>Export</source>
            <translation>Exportar</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_dialog.py" />
            <source>Export the category</source>
            <translation>Exportar la categoría</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/dialogs/export_dialog.py" />
            <source>Export {n:,} images</source>
            <extracomment>One: Export {n:,} image</extracomment>
            <translation>
                <numerusform>Exportar {n:,} imagen</numerusform>
                <numerusform>Exportar {n:,} imágenes</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/controllers/transfer.py" />
            <source>Exported {images}, {instances} and {keypoints} to {path}.</source>
            <translation>Exportadas {images}, {instances} y {keypoints} a {path}.</translation>
        </message>
        <message>
            <location filename="../../app/controllers/transfer.py" />
            <source>Exporting {name}</source>
            <translation>Exportando {name}</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_list.py" />
            <source>Failed</source>
            <translation>Fallido</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/models_dialog.py" />
            <source>Faster on cards; on a processor it is slower than full precision.</source>
            <translation>Más rápida en tarjetas; en un procesador es más lenta que la precisión completa.</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/models_dialog.py" />
            <source>Faster on newer cards and processors; points move by a fraction of a pixel.</source>
            <translation>Más rápida en tarjetas y procesadores nuevos; los puntos se mueven una fracción de píxel.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/engine_service.py" />
            <source>Features of {n:,} images kept</source>
            <extracomment>One: Features of {n:,} image kept</extracomment>
            <translation>
                <numerusform>Guardadas las características de {n:,} imagen</numerusform>
                <numerusform>Guardadas las características de {n:,} imágenes</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/dialogs/export_dialog.py" />
            <location filename="../../app/dialogs/model_steps.py" />
            <source>File</source>
            <translation>Archivo</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/import_dialog.py" />
            <source>File or folder of annotations</source>
            <translation>Archivo o carpeta de anotaciones</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/export_dialog.py" />
            <source>File to write</source>
            <translation>Archivo que escribir</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/import_dialog.py" />
            <source>File…</source>
            <translation>Archivo…</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/missing_dialog.py" />
            <source>Find missing images</source>
            <translation>Buscar imágenes que faltan</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Find the ob&amp;jects in this image</source>
            <translation>Buscar los ob&amp;jetos en esta imagen</translation>
        </message>
        <message>
            <location filename="../../app/controllers/safekeeping.py" />
            <source>Find them…</source>
            <translation>Buscarlas…</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/project/store.py" />
            <source>Find {n:,} images again</source>
            <extracomment>One: Find the image again</extracomment>
            <translation>
                <numerusform>Reencontrar la imagen</numerusform>
                <numerusform>Reencontrar {n:,} imágenes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/controllers/detecting.py" />
            <source>Find {n:,} objects</source>
            <extracomment>One: Find {n} object</extracomment>
            <translation>
                <numerusform>Encontrar {n} objeto</numerusform>
                <numerusform>Encontrar {n:,} objetos</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/controllers/detecting.py" />
            <source>Finding every {object}</source>
            <translation>Buscando cada {object}</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/compare_dialog.py" />
            <source>First</source>
            <translation>Primero</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/import_dialog.py" />
            <source>Folder of the images</source>
            <translation>Carpeta de las imágenes</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/import_dialog.py" />
            <source>Folder that the image names in it start from</source>
            <translation>Carpeta de la que parten los nombres de imagen que contiene</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/import_dialog.py" />
            <source>Folder…</source>
            <translation>Carpeta…</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/dialogs/missing_dialog.py" />
            <source>For {n:,} there are files of the same name with other content, which are not taken.</source>
            <extracomment>One: For {n} there is a file of the same name with other content, which is not taken.</extracomment>
            <translation>
                <numerusform>Para {n} hay un archivo con el mismo nombre y otro contenido, que no se toma.</numerusform>
                <numerusform>Para {n:,} hay archivos con el mismo nombre y otro contenido, que no se toman.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/panels/prompt_panel.py" />
            <source>Forget what is left of this batch</source>
            <translation>Olvidar lo que queda de este lote</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/export_dialog.py" />
            <location filename="../../app/dialogs/import_dialog.py" />
            <source>Format</source>
            <translation>Formato</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Forward 10 images</source>
            <translation>Avanzar 10 imágenes</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/controllers/detecting.py" />
            <source>Found {n:,} new objects.</source>
            <extracomment>One: Found {n} new object.</extracomment>
            <translation>
                <numerusform>Se encontró {n} objeto nuevo.</numerusform>
                <numerusform>Se encontraron {n:,} objetos nuevos.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/project/files.py" />
            <source>Free some space on that disk and try again.</source>
            <translation>Libere espacio en ese disco e inténtelo de nuevo.</translation>
        </message>
        <message>
            <location filename="../../app/training/data.py" />
            <location filename="../../app/training/runs.py" />
            <source>Free some space on that disk, or check your permission to write there.</source>
            <translation>Libere espacio en ese disco o compruebe su permiso para escribir allí.</translation>
        </message>
        <message>
            <location filename="../../app/project/files.py" />
            <source>Free some space on that disk.</source>
            <translation>Libere espacio en ese disco.</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>From both</source>
            <translation>De ambos</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>From examples</source>
            <translation>De ejemplos</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>From its last checkpoint, with the same images and settings</source>
            <translation>Desde su último punto de control, con las mismas imágenes y ajustes</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>From names</source>
            <translation>De nombres</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/models_dialog.py" />
            <source>Full (fp32)</source>
            <translation>Completa (fp32)</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/model_steps.py" />
            <source>Full precision (fp32)</source>
            <translation>Precisión completa (fp32)</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/small.py" />
            <source>GKDT Annotator {version}

Click or name a few keypoints, the model pre-labels the rest, you review, COCO comes out.

Apache License 2.0. The licences of everything that ships with it are in THIRD_PARTY.md. Nothing that you open leaves this computer.</source>
            <translation>GKDT Annotator {version}

Marque o nombre unos pocos puntos clave, el modelo preetiqueta el resto, usted revisa y sale COCO.

Licencia Apache 2.0. Las licencias de todo lo que se entrega con él están en THIRD_PARTY.md. Nada de lo que abra sale de este ordenador.</translation>
        </message>
        <message>
            <location filename="../../app/controllers/safekeeping.py" />
            <location filename="../../app/controllers/windows.py" />
            <source>GKDT projects (*{suffix})</source>
            <translation>Proyectos GKDT (*{suffix})</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/compare_dialog.py" />
            <source>GKDT projects and COCO files (*.gkdt *.json)</source>
            <translation>Proyectos GKDT y archivos COCO (*.gkdt *.json)</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/models_dialog.py" />
            <source>GKDT weights (*.best *.pth *.pt);;All files (*)</source>
            <translation>Pesos GKDT (*.best *.pth *.pt);;Todos los archivos (*)</translation>
        </message>
        <message>
            <location filename="../../app/panels/adjust_bar.py" />
            <source>Gamma</source>
            <translation>Gamma</translation>
        </message>
        <message>
            <location filename="../../app/project/store.py" />
            <source>Give each new keypoint one old one, or none.</source>
            <translation>Dé a cada punto clave nuevo uno anterior, o ninguno.</translation>
        </message>
        <message>
            <location filename="../../app/project/store.py" />
            <source>Give one text for each keypoint.</source>
            <translation>Dé un texto para cada punto clave.</translation>
        </message>
        <message>
            <location filename="../../app/model_service.py" />
            <source>Give the model a name.</source>
            <translation>Dele un nombre al modelo.</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/backups_dialog.py" />
            <source>Go back</source>
            <translation>Volver atrás</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/backups_dialog.py" />
            <source>Go back to a backup</source>
            <translation>Volver a una copia de seguridad</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/backups_dialog.py" />
            <source>Go back to it…</source>
            <translation>Volver a ella…</translation>
        </message>
        <message>
            <location filename="../../app/controllers/batches.py" />
            <source>Go on</source>
            <translation>Continuar</translation>
        </message>
        <message>
            <location filename="../../app/project/files.py" />
            <source>Go on there, or close it there and try again.</source>
            <translation>Continúe allí, o ciérrelo allí e inténtelo de nuevo.</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>Go on training</source>
            <translation>Continuar el entrenamiento</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/small.py" />
            <source>Go to image</source>
            <translation>Ir a la imagen</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/small.py" />
            <source>Go to the image</source>
            <translation>Ir a la imagen</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/models_dialog.py" />
            <source>Graphics card (CUDA)</source>
            <translation>Tarjeta gráfica (CUDA)</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_parts.py" />
            <source>Grey</source>
            <translation>Gris</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/models_dialog.py" />
            <source>Half (bf16)</source>
            <translation>Media (bf16)</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/models_dialog.py" />
            <source>Half (fp16)</source>
            <translation>Media (fp16)</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/model_steps.py" />
            <source>Half precision (bf16)</source>
            <translation>Media precisión (bf16)</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/model_steps.py" />
            <source>Half precision (fp16)</source>
            <translation>Media precisión (fp16)</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/model_steps.py" />
            <source>Half the disk space, but rounded eight times as coarsely: only where it runs in bf16 anyway.</source>
            <translation>La mitad del espacio en disco, pero con un redondeo ocho veces más grueso: solo donde de todos modos se use bf16.</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/model_steps.py" />
            <source>Half the disk space. In our checks heatmaps moved by at most 0.0004 and no point left its cell.</source>
            <translation>La mitad del espacio en disco. En nuestras pruebas los mapas de calor cambiaron como mucho 0,0004 y ningún punto salió de su celda.</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>Held back to &amp;check with</source>
            <translation>Reservadas para &amp;comprobar</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>Held back to check with</source>
            <translation>Reservadas para comprobar</translation>
        </message>
        <message>
            <location filename="../../app/panels/keypoint_table.py" />
            <source>Hidden; click to show it</source>
            <translation>Oculto; haga clic para mostrarlo</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Hide all marks (hold)</source>
            <translation>Ocultar todas las marcas (mantener)</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>How</source>
            <translation>Cómo</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/compare_tables.py" />
            <source>How often both say the same of visible, occluded or not there, %</source>
            <translation>Con qué frecuencia ambos dicen lo mismo de visible, oculto o ausente, %</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>How they are split</source>
            <translation>Cómo se reparten</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/model_steps.py" />
            <source>I have read the terms on that page and &amp;agree to them</source>
            <translation>He leído las condiciones de esa página y las &amp;acepto</translation>
        </message>
        <message>
            <location filename="../../app/project/store.py" />
            <source>Ignore the finding</source>
            <translation>Ignorar el hallazgo</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/panels/checks_panel.py" />
            <source>Ignore {n:,} findings</source>
            <extracomment>One: Ignore this finding</extracomment>
            <translation>
                <numerusform>Ignorar este hallazgo</numerusform>
                <numerusform>Ignorar {n:,} hallazgos</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/canvas/view.py" />
            <location filename="../../app/dialogs/compare_tables.py" />
            <location filename="../../app/dialogs/failures_dialog.py" />
            <source>Image</source>
            <translation>Imagen</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/export_dialog.py" />
            <source>Image files are named, not copied.</source>
            <translation>Las imágenes se nombran, no se copian.</translation>
        </message>
        <message>
            <location filename="../../app/project/store.py" />
            <source>Image {image_id} cannot be {width} x {height} px large.</source>
            <translation>La imagen {image_id} no puede medir {width} x {height} px.</translation>
        </message>
        <message>
            <location filename="../../app/controllers/display.py" />
            <source>Image {number:,} of {count:,}</source>
            <translation>Imagen {number:,} de {count:,}</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/backups_dialog.py" />
            <location filename="../../app/dialogs/export_dialog.py" />
            <location filename="../../app/panels/left_panel.py" />
            <location filename="../../app/panels/media_panel.py" />
            <source>Images</source>
            <translation>Imágenes</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/settings_dialog.py" />
            <source>Images already looked at may take</source>
            <translation>Las imágenes ya vistas pueden ocupar</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/failures_dialog.py" />
            <source>Images and reasons</source>
            <translation>Imágenes y motivos</translation>
        </message>
        <message>
            <location filename="../../app/panels/prompt_panel.py" />
            <source>Images used as prompts</source>
            <translation>Imágenes usadas como prompt</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/import_dialog.py" />
            <source>Import</source>
            <translation>Importar</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_dialog.py" />
            <source>Import a category</source>
            <translation>Importar una categoría</translation>
        </message>
        <message>
            <location filename="../../app/controllers/transfer.py" />
            <source>Imported {images}, {instances} and {categories}.</source>
            <translation>Importadas {images}, {instances} y {categories}.</translation>
        </message>
        <message>
            <location filename="../../app/panels/checks_panel.py" />
            <source>In one place: {names}</source>
            <translation>En el mismo lugar: {names}</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/models_dialog.py" />
            <source>In use</source>
            <translation>En uso</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/model_list.py" />
            <source>In use · {line}</source>
            <translation>En uso · {line}</translation>
        </message>
        <message>
            <location filename="../../app/theme.py" />
            <source>In work</source>
            <translation>En trabajo</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>In&amp;vert the picture</source>
            <translation>In&amp;vertir la imagen</translation>
        </message>
        <message>
            <location filename="../../app/model_service.py" />
            <source>Input</source>
            <translation>Entrada</translation>
        </message>
        <message>
            <location filename="../../app/controllers/sample.py" />
            <source>Install the program again, or open a folder of your own images.</source>
            <translation>Instale el programa de nuevo o abra una carpeta con sus imágenes.</translation>
        </message>
        <message>
            <location filename="../../app/panels/instance_list.py" />
            <source>Instances in this image</source>
            <translation>Instancias en esta imagen</translation>
        </message>
        <message>
            <location filename="../../app/panels/adjust_bar.py" />
            <source>Invert</source>
            <translation>Invertir</translation>
        </message>
        <message>
            <location filename="../../app/training/runs.py" />
            <source>It ended before it was done. The last it said: {said}</source>
            <translation>Terminó antes de acabar. Lo último que dijo: {said}</translation>
        </message>
        <message>
            <location filename="../../app/training/runs.py" />
            <source>It ended without a word: it was killed, or the computer went off.</source>
            <translation>Terminó sin decir nada: lo pararon o se apagó el ordenador.</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/models_dialog.py" />
            <source>It is in use: choose another model first</source>
            <translation>Está en uso: elija antes otro modelo</translation>
        </message>
        <message>
            <location filename="../../app/controllers/projects.py" />
            <source>It is {path}.</source>
            <translation>Es {path}.</translation>
        </message>
        <message>
            <location filename="../../app/project/store.py" />
            <source>It may have been deleted.</source>
            <translation>Quizá se eliminó.</translation>
        </message>
        <message>
            <location filename="../../app/controllers/windows.py" />
            <source>It would be {path}.</source>
            <translation>Sería {path}.</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>It writes a checkpoint, from which it can go on later.</source>
            <translation>Escribe un punto de control desde el que puede continuar después.</translation>
        </message>
        <message>
            <location filename="../../app/controllers/training.py" />
            <source>Its model is in use. Choose another one under Model &gt; Models first.</source>
            <translation>Su modelo está en uso. Elija antes otro en Modelo &gt; Modelos.</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_dialog.py" />
            <source>Keep the category as a JSON file</source>
            <translation>Guardar la categoría como archivo JSON</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/settings_dialog.py" />
            <source>Keep them in half precision</source>
            <translation>Guardarlas en media precisión</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>Keep videos, patients and folders together</source>
            <translation>Mantener juntos vídeos, pacientes y carpetas</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/compare_tables.py" />
            <location filename="../../app/panels/keypoint_table.py" />
            <source>Keypoint</source>
            <translation>Punto clave</translation>
        </message>
        <message>
            <location filename="../../app/panels/keypoint_table.py" />
            <source>Keypoints</source>
            <translation>Puntos clave</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_dialog.py" />
            <source>Keypoints (double-click to rename)</source>
            <translation>Puntos clave (doble clic para renombrar)</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_dialog.py" />
            <source>Keypoints in order</source>
            <translation>Puntos clave en orden</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/keys_dialog.py" />
            <source>Keys</source>
            <translation>Teclas</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/settings_dialog.py" />
            <source>Keys…</source>
            <translation>Teclas…</translation>
        </message>
        <message>
            <location filename="../../app/panels/checks_panel.py" />
            <source>Kind of mistake</source>
            <translation>Tipo de error</translation>
        </message>
        <message>
            <location filename="../../app/panels/welcome.py" />
            <source>Label keypoints on many images by showing one</source>
            <translation>Etiquete puntos clave en muchas imágenes mostrando una</translation>
        </message>
        <message>
            <location filename="../../app/training/data.py" />
            <source>Label or accept more images: points that nobody reviewed are not learnt from.</source>
            <translation>Etiquete o acepte más imágenes: de los puntos que nadie revisó no se aprende.</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>LabelMe</source>
            <translation>LabelMe</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/backups_dialog.py" />
            <source>Labelled</source>
            <translation>Etiquetadas</translation>
        </message>
        <message>
            <location filename="../../app/panels/checks_panel.py" />
            <source>Labelled twice</source>
            <translation>Etiquetado dos veces</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/settings_dialog.py" />
            <source>Language</source>
            <translation>Idioma</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>Learn from</source>
            <translation>Aprender de</translation>
        </message>
        <message>
            <location filename="../../app/panels/checks_panel.py" />
            <source>Left and right look swapped</source>
            <translation>Izquierda y derecha parecen cambiadas</translation>
        </message>
        <message>
            <location filename="../../app/model_service.py" />
            <source>Left out</source>
            <translation>Omitido</translation>
        </message>
        <message>
            <location filename="../../app/controllers/transfer.py" />
            <source>Left out: {reasons}</source>
            <translation>Omitido: {reasons}</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_dialog.py" />
            <source>Left-right pairs</source>
            <translation>Pares izquierda-derecha</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_dialog.py" />
            <source>Left-right pairs: untick what is none</source>
            <translation>Pares izquierda-derecha: desmarque lo que no lo sea</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Less contrast</source>
            <translation>Menos contraste</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/model_steps.py" />
            <location filename="../../app/model_service.py" />
            <source>Licence</source>
            <translation>Licencia</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/settings_dialog.py" />
            <source>Light</source>
            <translation>Claro</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_parts.py" />
            <source>Light grey</source>
            <translation>Gris claro</translation>
        </message>
        <message>
            <location filename="../../app/panels/checks_panel.py" />
            <source>Likely mistakes</source>
            <translation>Errores probables</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_parts.py" />
            <source>Lime</source>
            <translation>Lima</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_dialog.py" />
            <source>Lines between keypoints, for example 1-2, 2-3</source>
            <translation>Líneas entre puntos clave, por ejemplo 1-2, 2-3</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_dialog.py" />
            <source>Lines of the skeleton</source>
            <translation>Líneas del esqueleto</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/models_dialog.py" />
            <source>List a model folder that is somewhere else, as training makes them</source>
            <translation>Listar una carpeta de modelo que está en otro lugar, como las que hace el entrenamiento</translation>
        </message>
        <message>
            <location filename="../../app/panels/checks_panel.py" />
            <source>List the findings that somebody has ignored, in place of the others</source>
            <translation>Listar los hallazgos que alguien ha ignorado, en lugar de los demás</translation>
        </message>
        <message>
            <location filename="../../app/controllers/projects.py" />
            <source>Listing the images in {name}</source>
            <translation>Listando las imágenes de {name}</translation>
        </message>
        <message>
            <location filename="../../app/controllers/display.py" />
            <location filename="../../app/training/runs.py" />
            <source>Loading the model…</source>
            <translation>Cargando el modelo…</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/missing_dialog.py" />
            <source>Look in a folder…</source>
            <translation>Buscar en una carpeta…</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/settings_dialog.py" />
            <source>Look twice (refine)</source>
            <translation>Mirar dos veces (refinar)</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/report_dialog.py" />
            <source>Looking at this computer…</source>
            <translation>Examinando este ordenador…</translation>
        </message>
        <message>
            <location filename="../../app/controllers/safekeeping.py" />
            <source>Looking for images in {name}</source>
            <translation>Buscando imágenes en {name}</translation>
        </message>
        <message>
            <location filename="../../app/controllers/safekeeping.py" />
            <source>Looking for the image files</source>
            <translation>Buscando los archivos de imagen</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/missing_dialog.py" />
            <source>Looking in {folder}…</source>
            <translation>Buscando en {folder}…</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>Loss</source>
            <translation>Pérdida</translation>
        </message>
        <message>
            <location filename="../../app/panels/checks_panel.py" />
            <source>Low score</source>
            <translation>Puntuación baja</translation>
        </message>
        <message>
            <location filename="../../app/panels/media_model.py" />
            <source>Lowest score first</source>
            <translation>Menor puntuación primero</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/backups_dialog.py" />
            <source>Made</source>
            <translation>Hecha</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/models_dialog.py" />
            <source>Make a model folder of it, which loads faster and more safely</source>
            <translation>Hacer de él una carpeta de modelo, que se carga más rápido y con más seguridad</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/backups_dialog.py" />
            <source>Make one now</source>
            <translation>Hacer una ahora</translation>
        </message>
        <message>
            <location filename="../../app/controllers/safekeeping.py" />
            <source>Making a backup</source>
            <translation>Haciendo una copia de seguridad</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/backups_dialog.py" />
            <source>Making a backup…</source>
            <translation>Haciendo una copia de seguridad…</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/project/store.py" />
            <source>Mark {n:,} images as {state}</source>
            <extracomment>One: Mark image as {state}</extracomment>
            <translation>
                <numerusform>Marcar la imagen como {state}</numerusform>
                <numerusform>Marcar {n:,} imágenes como {state}</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/dialogs/compare_tables.py" />
            <source>Mean %</source>
            <translation>Prom. %</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/compare_tables.py" />
            <source>Mean distance between the two</source>
            <translation>Distancia media entre ambos</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/compare_tables.py" />
            <source>Mean distance, % of the mean of both objects' longer sides</source>
            <translation>Distancia media, % de la media de los lados más largos de ambos objetos</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/compare_tables.py" />
            <source>Mean px</source>
            <translation>Prom. px</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/compare_tables.py" />
            <source>Median</source>
            <translation>Mediana</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/compare_tables.py" />
            <source>Median distance, px</source>
            <translation>Distancia mediana, px</translation>
        </message>
        <message>
            <location filename="../../app/controllers/checking.py" />
            <source>Median time for an accepted image: {parts}.</source>
            <translation>Tiempo mediano por imagen aceptada: {parts}.</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/settings_dialog.py" />
            <source>Memory for image features</source>
            <translation>Memoria para las características de las imágenes</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/keys_dialog.py" />
            <source>Menu</source>
            <translation>Menú</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_parts.py" />
            <source>Mint</source>
            <translation>Menta</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>Minutes at &amp;most</source>
            <translation>Minutos como &amp;máximo</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>Minutes at most</source>
            <translation>Minutos como máximo</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/missing_dialog.py" />
            <source>Missing images</source>
            <translation>Imágenes que faltan</translation>
        </message>
        <message>
            <location filename="../../app/panels/checks_panel.py" />
            <source>Missing instance</source>
            <translation>Falta una instancia</translation>
        </message>
        <message>
            <location filename="../../app/panels/checks_panel.py" />
            <source>Missing keypoint</source>
            <translation>Falta un punto clave</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/settings_dialog.py" />
            <source>Model</source>
            <translation>Modelo</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/model_list.py" />
            <location filename="../../app/dialogs/models_dialog.py" />
            <source>Models</source>
            <translation>Modelos</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/settings_dialog.py" />
            <source>Models…</source>
            <translation>Modelos…</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>More contrast</source>
            <translation>Más contraste</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_dialog.py" />
            <source>Move the keypoint down (Alt+Down)</source>
            <translation>Bajar el punto clave (Alt+Abajo)</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_dialog.py" />
            <source>Move the keypoint up (Alt+Up)</source>
            <translation>Subir el punto clave (Alt+Arriba)</translation>
        </message>
        <message>
            <location filename="../../app/controllers/editing.py" />
            <source>Move {name}</source>
            <translation>Mover {name}</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>NWB (ndx-pose)</source>
            <translation>NWB (ndx-pose)</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_dialog.py" />
            <location filename="../../app/panels/media_model.py" />
            <source>Name</source>
            <translation>Nombre</translation>
        </message>
        <message>
            <location filename="../../app/panels/keypoint_table.py" />
            <source>Name of the keypoint</source>
            <translation>Nombre del punto clave</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/model_steps.py" />
            <source>Name of the model</source>
            <translation>Nombre del modelo</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_dialog.py" />
            <source>Name of the object</source>
            <translation>Nombre del objeto</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>Names</source>
            <translation>Nombres</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_dialog.py" />
            <source>New category</source>
            <translation>Categoría nueva</translation>
        </message>
        <message>
            <location filename="../../app/panels/side_panel.py" />
            <source>New category…</source>
            <translation>Nueva categoría…</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/export_dialog.py" />
            <source>New folder</source>
            <translation>Carpeta nueva</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/keys_dialog.py" />
            <source>New key</source>
            <translation>Tecla nueva</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/keys_dialog.py" />
            <source>New key for “{action}”:</source>
            <translation>Tecla nueva para «{action}»:</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_list.py" />
            <source>New training</source>
            <translation>Entrenamiento nuevo</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Next &amp;doubtful image</source>
            <translation>Siguiente imagen &amp;dudosa</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Next &amp;unreviewed image</source>
            <translation>Siguiente imagen sin &amp;revisar</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Next keypoint</source>
            <translation>Siguiente punto clave</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/keys_dialog.py" />
            <source>No action or key has that in it.</source>
            <translation>Ninguna acción ni tecla contiene eso.</translation>
        </message>
        <message>
            <location filename="../../app/project/backups.py" />
            <source>No backup could be made: {reason}</source>
            <translation>No se pudo hacer una copia de seguridad: {reason}</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/compare_dialog.py" />
            <source>No file chosen</source>
            <translation>Ningún archivo elegido</translation>
        </message>
        <message>
            <location filename="../../app/panels/checks_panel.py" />
            <source>No finding is ignored.</source>
            <translation>No se ignora ningún hallazgo.</translation>
        </message>
        <message>
            <location filename="../../app/controllers/batches.py" />
            <source>No image is waiting to be pre-labelled.</source>
            <translation>Ninguna imagen espera ser preetiquetada.</translation>
        </message>
        <message>
            <location filename="../../app/panels/media_panel.py" />
            <source>No image matches the filter.</source>
            <translation>Ninguna imagen cumple el filtro.</translation>
        </message>
        <message>
            <location filename="../../app/engine_service.py" />
            <source>No model is loaded.</source>
            <translation>No hay ningún modelo cargado.</translation>
        </message>
        <message>
            <location filename="../../app/controllers/display.py" />
            <source>No model: choose one…</source>
            <translation>Sin modelo: elija uno…</translation>
        </message>
        <message>
            <location filename="../../app/controllers/navigation.py" />
            <source>No other image is waiting for review.</source>
            <translation>Ninguna otra imagen espera revisión.</translation>
        </message>
        <message>
            <location filename="../../app/controllers/transfer.py" />
            <location filename="../../app/project/store.py" />
            <source>No project is open.</source>
            <translation>No hay ningún proyecto abierto.</translation>
        </message>
        <message>
            <location filename="../../app/controllers/navigation.py" />
            <source>No unreviewed image before this one.</source>
            <translation>No hay ninguna imagen sin revisar antes de esta.</translation>
        </message>
        <message>
            <location filename="../../app/controllers/navigation.py" />
            <source>No unreviewed image behind this one.</source>
            <translation>No hay ninguna imagen sin revisar después de esta.</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_dialog.py" />
            <source>None yet: names with “left” and “right” become pairs.</source>
            <translation>Los nombres con «left» y «right» forman pares.</translation>
        </message>
        <message>
            <location filename="../../app/controllers/display.py" />
            <source>Not in the filter</source>
            <translation>Fuera del filtro</translation>
        </message>
        <message>
            <location filename="../../app/panels/keypoint_table.py" />
            <source>Not placed</source>
            <translation>Sin colocar</translation>
        </message>
        <message>
            <location filename="../../app/panels/checks_panel.py" />
            <source>Not placed: {name}</source>
            <translation>Sin colocar: {name}</translation>
        </message>
        <message>
            <location filename="../../app/panels/media_model.py" />
            <source>Not reviewed</source>
            <translation>Sin revisar</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/models_dialog.py" />
            <source>Nothing is deleted</source>
            <translation>No se elimina nada</translation>
        </message>
        <message>
            <location filename="../../app/panels/checks_panel.py" />
            <source>Nothing looks like a mistake. More is noticed once some images are accepted.</source>
            <translation>Nada parece un error. Se nota más cuando hay algunas imágenes aceptadas.</translation>
        </message>
        <message>
            <location filename="../../app/panels/curves.py" />
            <source>Nothing measured yet.</source>
            <translation>Nada medido todavía.</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/export_dialog.py" />
            <source>Nothing of this project is lost.</source>
            <translation>No se pierde nada de este proyecto.</translation>
        </message>
        <message>
            <location filename="../../app/engine_service.py" />
            <source>Nothing says what to look for on "{name}".</source>
            <translation>Nada dice qué buscar en «{name}».</translation>
        </message>
        <message>
            <location filename="../../app/controllers/prompting.py" />
            <source>Nothing says yet what to look for on "{name}".</source>
            <translation>Nada dice todavía qué buscar en «{name}».</translation>
        </message>
        <message>
            <location filename="../../app/controllers/prelabel.py" />
            <source>Nothing to pre-label in {name}: every point here is a person's.</source>
            <translation>Nada que preetiquetar en {name}: aquí cada punto es de una persona.</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Nudge the keypoint down by 0.1 px</source>
            <translation>Desplazar el punto clave 0,1 px hacia abajo</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Nudge the keypoint down by 1 px</source>
            <translation>Desplazar el punto clave 1 px hacia abajo</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Nudge the keypoint down by 10 px</source>
            <translation>Desplazar el punto clave 10 px hacia abajo</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Nudge the keypoint left by 0.1 px</source>
            <translation>Desplazar el punto clave 0,1 px a la izquierda</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Nudge the keypoint left by 1 px</source>
            <translation>Desplazar el punto clave 1 px a la izquierda</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Nudge the keypoint left by 10 px</source>
            <translation>Desplazar el punto clave 10 px a la izquierda</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Nudge the keypoint right by 0.1 px</source>
            <translation>Desplazar el punto clave 0,1 px a la derecha</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Nudge the keypoint right by 1 px</source>
            <translation>Desplazar el punto clave 1 px a la derecha</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Nudge the keypoint right by 10 px</source>
            <translation>Desplazar el punto clave 10 px a la derecha</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Nudge the keypoint up by 0.1 px</source>
            <translation>Desplazar el punto clave 0,1 px hacia arriba</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Nudge the keypoint up by 1 px</source>
            <translation>Desplazar el punto clave 1 px hacia arriba</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Nudge the keypoint up by 10 px</source>
            <translation>Desplazar el punto clave 10 px hacia arriba</translation>
        </message>
        <message>
            <location filename="../../app/controllers/editing.py" />
            <source>Nudge {name}</source>
            <translation>Desplazar {name}</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/small.py" />
            <source>Number of the image</source>
            <translation>Número de la imagen</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/small.py" />
            <source>Number of the image, 1 to {count:,}</source>
            <translation>Número de la imagen, de 1 a {count:,}</translation>
        </message>
        <message>
            <location filename="../../app/panels/keypoint_table.py" />
            <source>Number; press it on the keyboard to select the keypoint</source>
            <translation>Número; púlselo en el teclado para seleccionar el punto clave</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/compare_tables.py" />
            <source>Object</source>
            <translation>Objeto</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/compare_dialog.py" />
            <source>Objects, those that differ most first</source>
            <translation>Objetos, primero los que más difieren</translation>
        </message>
        <message>
            <location filename="../../app/controllers/editing.py" />
            <location filename="../../app/panels/keypoint_table.py" />
            <source>Occluded</source>
            <translation>Oculto</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/compare_tables.py" />
            <source>Of both sides, by name</source>
            <translation>De ambos lados, por nombre</translation>
        </message>
        <message>
            <location filename="../../app/model_service.py" />
            <source>On disk</source>
            <translation>En disco</translation>
        </message>
        <message>
            <location filename="../../app/panels/keypoint_table.py" />
            <source>On how many prompt images the keypoint is marked</source>
            <translation>En cuántas imágenes del prompt está marcado el punto clave</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>On the images held back</source>
            <translation>En las imágenes reservadas</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_list.py" />
            <source>On the project that is open</source>
            <translation>Con el proyecto abierto</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_dialog.py" />
            <source>On this &amp;image</source>
            <translation>En esta &amp;imagen</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/model_list.py" />
            <source>On this computer</source>
            <translation>En este ordenador</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/compare_dialog.py" />
            <source>Only in {file}: {images}, {objects}.</source>
            <translation>Solo en {file}: {images}, {objects}.</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/compare_dialog.py" />
            <source>Only one of them has {names}.</source>
            <translation>Solo uno de ellos tiene {names}.</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>Only the heads (fast)</source>
            <translation>Solo las cabezas (rápido)</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/dialogs/train_pages.py" />
            <source>Only the {n:,} images that the list shows</source>
            <extracomment>One: Only the {n} image that the list shows</extracomment>
            <translation>
                <numerusform>Solo la imagen que muestra la lista</numerusform>
                <numerusform>Solo las {n:,} imágenes que muestra la lista</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Open &amp;project…</source>
            <translation>Abrir &amp;proyecto…</translation>
        </message>
        <message>
            <location filename="../../app/controllers/windows.py" />
            <source>Open a folder of images</source>
            <translation>Abrir una carpeta de imágenes</translation>
        </message>
        <message>
            <location filename="../../app/project/store.py" />
            <source>Open a folder of images or a project first.</source>
            <translation>Abra antes una carpeta de imágenes o un proyecto.</translation>
        </message>
        <message>
            <location filename="../../app/controllers/windows.py" />
            <source>Open a project</source>
            <translation>Abrir un proyecto</translation>
        </message>
        <message>
            <location filename="../../app/controllers/prompt_files.py" />
            <source>Open a prompt</source>
            <translation>Abrir un prompt</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/backups_dialog.py" />
            <source>Open as a new project…</source>
            <translation>Abrir como proyecto nuevo…</translation>
        </message>
        <message>
            <location filename="../../app/panels/media_panel.py" />
            <source>Open images…</source>
            <translation>Abrir imágenes…</translation>
        </message>
        <message>
            <location filename="../../app/controllers/safekeeping.py" />
            <source>Open it again</source>
            <translation>Abrirlo de nuevo</translation>
        </message>
        <message>
            <location filename="../../app/project/files.py" />
            <source>Open the newest backup in {backup_folder}.</source>
            <translation>Abra la copia de seguridad más nueva de {backup_folder}.</translation>
        </message>
        <message>
            <location filename="../../app/project/files.py" />
            <source>Open the project again, to go on with what is there now.</source>
            <translation>Abra el proyecto de nuevo para seguir con lo que hay ahora.</translation>
        </message>
        <message>
            <location filename="../../app/controllers/prompt_files.py" />
            <source>Open the prompt for {name}</source>
            <translation>Abrir el prompt para {name}</translation>
        </message>
        <message>
            <location filename="../../app/controllers/sample.py" />
            <source>Open the sample</source>
            <translation>Abrir el ejemplo</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/controllers/prompt_files.py" />
            <source>Opened the prompt for "{name}" with {n:,} images.</source>
            <extracomment>One: Opened the prompt for "{name}" with {n} image.</extracomment>
            <translation>
                <numerusform>Abierto el prompt para «{name}» con {n} imagen.</numerusform>
                <numerusform>Abierto el prompt para «{name}» con {n:,} imágenes.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/controllers/prompt_files.py" />
            <source>Opening the prompt</source>
            <translation>Abriendo el prompt</translation>
        </message>
        <message>
            <location filename="../../app/controllers/editing.py" />
            <source>Or draw it with {key}.</source>
            <translation>O dibújelo con {key}.</translation>
        </message>
        <message>
            <location filename="../../app/panels/media_panel.py" />
            <source>Order of the images</source>
            <translation>Orden de las imágenes</translation>
        </message>
        <message>
            <location filename="../../app/panels/checks_panel.py" />
            <source>Outside by {px:.0f} px: {name}</source>
            <translation>Fuera por {px:.0f} px: {name}</translation>
        </message>
        <message>
            <location filename="../../app/panels/checks_panel.py" />
            <source>Outside the box</source>
            <translation>Fuera del recuadro</translation>
        </message>
        <message>
            <location filename="../../app/panels/checks_panel.py" />
            <source>Outside the box by {px:.0f} px: {name}</source>
            <translation>Fuera del recuadro por {px:.0f} px: {name}</translation>
        </message>
        <message>
            <location filename="../../app/panels/checks_panel.py" />
            <source>Outside the image</source>
            <translation>Fuera de la imagen</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>PCK@0.1, %</source>
            <translation>PCK@0.1, %</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_parts.py" />
            <source>Pale cyan</source>
            <translation>Cian pálido</translation>
        </message>
        <message>
            <location filename="../../app/controllers/prompt_files.py" />
            <source>Pass it on together with the folder of its images, if there is one.</source>
            <translation>Páselo junto con la carpeta de sus imágenes, si la hay.</translation>
        </message>
        <message>
            <location filename="../../app/controllers/editing.py" />
            <source>Paste the pose</source>
            <translation>Pegar la pose</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Pause pre-la&amp;belling</source>
            <translation>Pausar el preeti&amp;quetado</translation>
        </message>
        <message>
            <location filename="../../app/controllers/display.py" />
            <source>Paused, {left:,} of {total:,} left</source>
            <translation>En pausa, quedan {left:,} de {total:,}</translation>
        </message>
        <message>
            <location filename="../../app/controllers/display.py" />
            <source>Paused. {key} goes on</source>
            <translation>En pausa. {key} continúa</translation>
        </message>
        <message>
            <location filename="../../app/controllers/batches.py" />
            <source>Paused: the rest waits, also when the program is closed.</source>
            <translation>En pausa: el resto espera, también si se cierra el programa.</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_parts.py" />
            <source>Periwinkle</source>
            <translation>Azul violáceo</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/settings_dialog.py" />
            <source>Picture</source>
            <translation>Imagen</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_parts.py" />
            <source>Pink</source>
            <translation>Rosa</translation>
        </message>
        <message>
            <location filename="../../app/controllers/editing.py" />
            <source>Place {name}</source>
            <translation>Colocar {name}</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/compare_tables.py" />
            <source>Points</source>
            <translation>Puntos</translation>
        </message>
        <message>
            <location filename="../../app/controllers/windows.py" />
            <source>Points that a person placed stay. Undo brings them back.</source>
            <translation>Los puntos que colocó una persona se quedan. Deshacer las recupera.</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/export_dialog.py" />
            <source>Positions, visibility, scores, boxes and image states are kept; the undo history is not.</source>
            <translation>Se conservan posiciones, visibilidad, puntuaciones, recuadros y estados de las imágenes; no el historial de deshacer.</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Pre-label &amp;all images</source>
            <translation>Preetiquetar &amp;todas las imágenes</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Pre-label the &amp;whole project</source>
            <translation>Preetiquetar todo el pro&amp;yecto</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/controllers/display.py" />
            <source>Pre-label {n:,} images</source>
            <extracomment>One: Pre-label {n:,} image</extracomment>
            <translation>
                <numerusform>Preetiquetar {n} imagen</numerusform>
                <numerusform>Preetiquetar {n:,} imágenes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/controllers/batches.py" />
            <source>Pre-label {n:,} instances</source>
            <extracomment>One: Pre-label {n} instance</extracomment>
            <translation>
                <numerusform>Preetiquetar {n} instancia</numerusform>
                <numerusform>Preetiquetar {n:,} instancias</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/controllers/display.py" />
            <source>Pre-label {n:,} selected images</source>
            <extracomment>One: Pre-label {n} selected image</extracomment>
            <translation>
                <numerusform>Preetiquetar {n} imagen seleccionada</numerusform>
                <numerusform>Preetiquetar {n:,} imágenes seleccionadas</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/controllers/prelabel.py" />
            <source>Pre-label {name}</source>
            <translation>Preetiquetar {name}</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/controllers/batches.py" />
            <source>Pre-labelled {n:,} instances.</source>
            <extracomment>One: Pre-labelled {n} instance.</extracomment>
            <translation>
                <numerusform>{n} instancia preetiquetada.</numerusform>
                <numerusform>{n:,} instancias preetiquetadas.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/dialogs/failures_dialog.py" />
            <location filename="../../app/dialogs/settings_dialog.py" />
            <source>Pre-labelling</source>
            <translation>Preetiquetado</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/controllers/batches.py" />
            <source>Pre-labelling was interrupted: {n:,} objects are left.</source>
            <extracomment>One: Pre-labelling was interrupted: {n} object is left.</extracomment>
            <translation>
                <numerusform>El preetiquetado se interrumpió: queda {n} objeto.</numerusform>
                <numerusform>El preetiquetado se interrumpió: quedan {n:,} objetos.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/controllers/batches.py" />
            <source>Pre-labelling {n:,} images</source>
            <extracomment>One: Pre-labelling {n} image</extracomment>
            <translation>
                <numerusform>Preetiquetando {n} imagen</numerusform>
                <numerusform>Preetiquetando {n:,} imágenes</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/controllers/prelabel.py" />
            <source>Pre-labelling {name}</source>
            <translation>Preetiquetando {name}</translation>
        </message>
        <message>
            <location filename="../../app/controllers/display.py" />
            <source>Pre-labelling…</source>
            <translation>Preetiquetando…</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/models_dialog.py" />
            <source>Precision</source>
            <translation>Precisión</translation>
        </message>
        <message>
            <location filename="../../app/project/store.py" />
            <source>Predict</source>
            <translation>Predecir</translation>
        </message>
        <message>
            <location filename="../../app/theme.py" />
            <source>Predicted</source>
            <translation>Predicha</translation>
        </message>
        <message>
            <location filename="../../app/controllers/display.py" />
            <source>Press to choose another model.</source>
            <translation>Pulse para elegir otro modelo.</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Previous keypoint</source>
            <translation>Punto clave anterior</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Previous unre&amp;viewed image</source>
            <translation>Anterior imagen sin re&amp;visar</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/models_dialog.py" />
            <source>Processor (CPU)</source>
            <translation>Procesador (CPU)</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/models_dialog.py" />
            <location filename="../../app/panels/status_line.py" />
            <source>Progress</source>
            <translation>Progreso</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>Progress of the training</source>
            <translation>Progreso del entrenamiento</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/backups_dialog.py" />
            <source>Project</source>
            <translation>Proyecto</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/models_dialog.py" />
            <source>Projects and labels stay as they are.</source>
            <translation>Los proyectos y las etiquetas quedan como están.</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/settings_dialog.py" />
            <location filename="../../app/panels/keypoint_table.py" />
            <location filename="../../app/panels/prompt_panel.py" />
            <source>Prompt</source>
            <translation>Prompt</translation>
        </message>
        <message>
            <location filename="../../app/controllers/prompt_files.py" />
            <source>Prompts (*.json)</source>
            <translation>Prompts (*.json)</translation>
        </message>
        <message>
            <location filename="../../app/controllers/prompt_files.py" />
            <source>Prompts (*{suffix})</source>
            <translation>Prompts (*{suffix})</translation>
        </message>
        <message>
            <location filename="../../app/training/data.py" />
            <source>Put it back (or connect the disk that it is on), or remove it from the project.</source>
            <translation>Devuélvala a su lugar (o conecte el disco en el que está), o quítela del proyecto.</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Put the bo&amp;x around the points</source>
            <translation>Recuadro alrededor de los p&amp;untos</translation>
        </message>
        <message>
            <location filename="../../app/controllers/editing.py" />
            <source>Put the box around the points</source>
            <translation>Recuadro alrededor de los puntos</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/report_dialog.py" />
            <source>Put this into a report about a problem. Your home folder is written as ~; look through it before you send it.</source>
            <translation>Póngalo en el aviso de un problema. Su carpeta personal aparece como ~; repáselo antes de enviarlo.</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Re&amp;ject the image</source>
            <translation>Rec&amp;hazar la imagen</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/models_dialog.py" />
            <source>Read every file and check that it is whole</source>
            <translation>Leer cada archivo y comprobar que está íntegro</translation>
        </message>
        <message>
            <location filename="../../app/project/store.py" />
            <source>Read its size again.</source>
            <translation>Lea de nuevo su tamaño.</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/backups_dialog.py" />
            <source>Reading the backups…</source>
            <translation>Leyendo las copias de seguridad…</translation>
        </message>
        <message>
            <location filename="../../app/controllers/transfer.py" />
            <source>Reading {name}</source>
            <translation>Leyendo {name}</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_parts.py" />
            <source>Ready-made</source>
            <translation>Predefinidas</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_parts.py" />
            <source>Ready-made categories</source>
            <translation>Categorías predefinidas</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/failures_dialog.py" />
            <source>Reason</source>
            <translation>Motivo</translation>
        </message>
        <message>
            <location filename="../../app/panels/welcome.py" />
            <source>Recent projects</source>
            <translation>Proyectos recientes</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_parts.py" />
            <source>Red orange</source>
            <translation>Rojo anaranjado</translation>
        </message>
        <message>
            <location filename="../../app/controllers/prelabel.py" />
            <source>Refresh {name}</source>
            <translation>Actualizar {name}</translation>
        </message>
        <message>
            <location filename="../../app/theme.py" />
            <source>Rejected</source>
            <translation>Rechazada</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/model_list.py" />
            <source>Released, not here yet</source>
            <translation>Publicados, todavía no aquí</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/models_dialog.py" />
            <source>Remove a model</source>
            <translation>Quitar un modelo</translation>
        </message>
        <message>
            <location filename="../../app/project/store.py" />
            <source>Remove from prompt</source>
            <translation>Quitar del prompt</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_dialog.py" />
            <source>Remove the keypoint (Delete)</source>
            <translation>Quitar el punto clave (Supr)</translation>
        </message>
        <message>
            <location filename="../../app/controllers/editing.py" />
            <source>Remove the point</source>
            <translation>Quitar el punto</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/models_dialog.py" />
            <source>Remove what has come…</source>
            <translation>Quitar lo que ha llegado…</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/project/store.py" />
            <source>Remove {n:,} images</source>
            <extracomment>One: Remove image</extracomment>
            <translation>
                <numerusform>Quitar imagen</numerusform>
                <numerusform>Quitar {n:,} imágenes</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/controllers/editing.py" />
            <source>Remove {name}</source>
            <translation>Quitar {name}</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/models_dialog.py" />
            <source>Remove…</source>
            <translation>Quitar…</translation>
        </message>
        <message>
            <location filename="../../app/model_service.py" />
            <source>Removing {title}</source>
            <translation>Quitando {title}</translation>
        </message>
        <message>
            <location filename="../../app/theme.py" />
            <source>Reviewed</source>
            <translation>Revisada</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/backups_dialog.py" />
            <source>Reviewed images</source>
            <translation>Imágenes revisadas</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>Reviewed images only</source>
            <translation>Solo imágenes revisadas</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>Reviewed images, and points that people placed</source>
            <translation>Imágenes revisadas y puntos que colocaron personas</translation>
        </message>
        <message>
            <location filename="../../app/engine_service.py" />
            <source>Run `gkdt doctor` in a terminal; it says what is missing.</source>
            <translation>Ejecute `gkdt doctor` en una terminal; dice qué falta.</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_list.py" />
            <source>Running</source>
            <translation>En marcha</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/models_dialog.py" />
            <source>Runs on</source>
            <translation>Se ejecuta en</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>S&amp;plit</source>
            <translation>&amp;Reparto</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>SLEAP</source>
            <translation>SLEAP</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Save &amp;as…</source>
            <translation>Guardar &amp;como…</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Save &amp;now</source>
            <translation>&amp;Guardar ahora</translation>
        </message>
        <message>
            <location filename="../../app/controllers/safekeeping.py" />
            <source>Save a copy of the project</source>
            <translation>Guardar una copia del proyecto</translation>
        </message>
        <message>
            <location filename="../../app/controllers/safekeeping.py" />
            <source>Save a copy…</source>
            <translation>Guardar una copia…</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/compare_dialog.py" />
            <source>Save all points</source>
            <translation>Guardar todos los puntos</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/compare_dialog.py" />
            <source>Save all points…</source>
            <translation>Guardar todos los puntos…</translation>
        </message>
        <message>
            <location filename="../../app/controllers/safekeeping.py" />
            <source>Save the project as</source>
            <translation>Guardar el proyecto como</translation>
        </message>
        <message>
            <location filename="../../app/controllers/prompt_files.py" />
            <source>Save the prompt</source>
            <translation>Guardar el prompt</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/compare_dialog.py" />
            <source>Save the table</source>
            <translation>Guardar la tabla</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/compare_dialog.py" />
            <source>Save the table…</source>
            <translation>Guardar la tabla…</translation>
        </message>
        <message>
            <location filename="../../app/controllers/prompt_files.py" />
            <source>Saved the prompt as {name}.</source>
            <translation>El prompt se guardó como {name}.</translation>
        </message>
        <message>
            <location filename="../../app/panels/status_line.py" />
            <source>Saved {ago}</source>
            <translation>Guardado {ago}</translation>
        </message>
        <message>
            <location filename="../../app/controllers/prompt_files.py" />
            <source>Saving the prompt</source>
            <translation>Guardando el prompt</translation>
        </message>
        <message>
            <location filename="../../app/panels/side_panel.py" />
            <source>Say what to label: an object and its keypoints.</source>
            <translation>Diga qué etiquetar: un objeto y sus puntos clave.</translation>
        </message>
        <message>
            <location filename="../../app/panels/keypoint_table.py" />
            <source>Score</source>
            <translation>Punt.</translation>
        </message>
        <message>
            <location filename="../../app/panels/checks_panel.py" />
            <source>Score {score:.2f}: {name}</source>
            <translation>Puntuación {score:.2f}: {name}</translation>
        </message>
        <message>
            <location filename="../../app/model_service.py" />
            <source>Scores</source>
            <translation>Puntuaciones</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Se&amp;ttings…</source>
            <translation>Ajus&amp;tes…</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/keys_dialog.py" />
            <source>Search actions and keys</source>
            <translation>Buscar acciones y teclas</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/keys_dialog.py" />
            <source>Search an action or a key, for example “next” or “Ctrl+R”</source>
            <translation>Busque una acción o una tecla, por ejemplo «siguiente» o «Ctrl+R»</translation>
        </message>
        <message>
            <location filename="../../app/panels/media_panel.py" />
            <source>Search images by name</source>
            <translation>Buscar imágenes por nombre</translation>
        </message>
        <message>
            <location filename="../../app/panels/media_panel.py" />
            <source>Search names</source>
            <translation>Buscar nombres</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_parts.py" />
            <source>Search ready-made categories</source>
            <translation>Buscar categorías predefinidas</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/compare_dialog.py" />
            <source>Second</source>
            <translation>Segundo</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Select keypoint 1</source>
            <translation>Seleccionar el punto clave 1</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Select keypoint 2</source>
            <translation>Seleccionar el punto clave 2</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Select keypoint 3</source>
            <translation>Seleccionar el punto clave 3</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Select keypoint 4</source>
            <translation>Seleccionar el punto clave 4</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Select keypoint 5</source>
            <translation>Seleccionar el punto clave 5</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Select keypoint 6</source>
            <translation>Seleccionar el punto clave 6</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Select keypoint 7</source>
            <translation>Seleccionar el punto clave 7</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Select keypoint 8</source>
            <translation>Seleccionar el punto clave 8</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Select keypoint 9</source>
            <translation>Seleccionar el punto clave 9</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>Setting</source>
            <translation>Ajuste</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/settings_dialog.py" />
            <source>Settings</source>
            <translation>Ajustes</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/model_steps.py" />
            <source>Several GB</source>
            <translation>Varios GB</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_dialog.py" />
            <source>Several names can be pasted at once: one a line, or between commas</source>
            <translation>Se pueden pegar varios nombres a la vez: uno por línea o separados por comas</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/compare_tables.py" />
            <source>Share of the points that are at most 10 % of the longer side apart, %</source>
            <translation>Parte de los puntos que distan como mucho el 10 % del lado más largo, %</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/compare_tables.py" />
            <source>Share of the points that are at most 2 % of the longer side apart, %</source>
            <translation>Parte de los puntos que distan como mucho el 2 % del lado más largo, %</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/compare_tables.py" />
            <source>Share of the points that are at most 5 % of the longer side apart, %</source>
            <translation>Parte de los puntos que distan como mucho el 5 % del lado más largo, %</translation>
        </message>
        <message>
            <location filename="../../app/panels/keypoint_table.py" />
            <source>Shots</source>
            <translation>Ejs.</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Show &amp;all keypoints</source>
            <translation>Mostrar &amp;todos los puntos clave</translation>
        </message>
        <message>
            <location filename="../../app/panels/media_panel.py" />
            <source>Show all images</source>
            <translation>Mostrar todas las imágenes</translation>
        </message>
        <message>
            <location filename="../../app/panels/checks_panel.py" />
            <source>Show ignored</source>
            <translation>Mostrar los ignorados</translation>
        </message>
        <message>
            <location filename="../../app/panels/media_panel.py" />
            <source>Show images by state</source>
            <translation>Mostrar imágenes por estado</translation>
        </message>
        <message>
            <location filename="../../app/controllers/windows.py" />
            <source>Show it</source>
            <translation>Mostrarlo</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Show keypoint &amp;names</source>
            <translation>Mostrar los &amp;nombres de los puntos clave</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/settings_dialog.py" />
            <source>Show keypoint names on the picture</source>
            <translation>Mostrar los nombres de los puntos clave en la imagen</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Show the &amp;boxes</source>
            <translation>Mostrar los &amp;recuadros</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Show the &amp;checks</source>
            <translation>Mostrar los avis&amp;os</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Show the &amp;heatmap of the keypoint</source>
            <translation>Mostrar el &amp;mapa de calor del punto clave</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Show the &amp;log file</source>
            <translation>Mostrar el archivo de &amp;registro</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/backups_dialog.py" />
            <source>Show the folder</source>
            <translation>Mostrar la carpeta</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Show the picture as it is</source>
            <translation>Mostrar la imagen tal como es</translation>
        </message>
        <message>
            <location filename="../../app/panels/adjust_bar.py" />
            <source>Show the picture as it is (Ctrl+Shift+J)</source>
            <translation>Mostrar la imagen tal como es (Ctrl+Mayús+J)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Show the s&amp;keleton</source>
            <translation>Mostrar el e&amp;squeleto</translation>
        </message>
        <message>
            <location filename="../../app/controllers/batches.py" />
            <location filename="../../app/controllers/transfer.py" />
            <source>Show them</source>
            <translation>Mostrarlas</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Show what &amp;failed…</source>
            <translation>Mostrar lo que &amp;falló…</translation>
        </message>
        <message>
            <location filename="../../app/panels/prompt_panel.py" />
            <source>Show {name}</source>
            <translation>Mostrar {name}</translation>
        </message>
        <message>
            <location filename="../../app/panels/keypoint_table.py" />
            <source>Shown on the picture or hidden; click to change (Shift+H)</source>
            <translation>Mostrado en la imagen u oculto; haga clic para cambiar (Mayús+H)</translation>
        </message>
        <message>
            <location filename="../../app/panels/keypoint_table.py" />
            <source>Shown; click to hide it</source>
            <translation>Mostrado; haga clic para ocultarlo</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/backups_dialog.py" />
            <source>Size</source>
            <translation>Tamaño</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_dialog.py" />
            <location filename="../../app/dialogs/skeleton_preview.py" />
            <source>Skeleton</source>
            <translation>Esqueleto</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_parts.py" />
            <source>Sky blue</source>
            <translation>Azul cielo</translation>
        </message>
        <message>
            <location filename="../../app/logs.py" />
            <source>Something went wrong inside the program ({kind}).</source>
            <translation>Algo falló dentro del programa ({kind}).</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/keys_dialog.py" />
            <source>Standard key</source>
            <translation>Tecla estándar</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>Start training</source>
            <translation>Empezar a entrenar</translation>
        </message>
        <message>
            <location filename="../../app/panels/media_model.py" />
            <source>State</source>
            <translation>Estado</translation>
        </message>
        <message>
            <location filename="../../app/panels/curves.py" />
            <location filename="../../app/training/runs.py" />
            <source>Step {step:,}</source>
            <translation>Paso {step:,}</translation>
        </message>
        <message>
            <location filename="../../app/training/runs.py" />
            <source>Step {step:,} of {steps:,}</source>
            <translation>Paso {step:,} de {steps:,}</translation>
        </message>
        <message>
            <location filename="../../app/controllers/training.py" />
            <source>Stop the training first.</source>
            <translation>Detenga antes el entrenamiento.</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>Stop training</source>
            <translation>Detener el entrenamiento</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_list.py" />
            <source>Stopped</source>
            <translation>Detenido</translation>
        </message>
        <message>
            <location filename="../../app/training/runs.py" />
            <source>Stopped before a model was saved.</source>
            <translation>Detenido antes de guardar un modelo.</translation>
        </message>
        <message>
            <location filename="../../app/training/runs.py" />
            <source>Stopped. A model had been saved before, which you can use.</source>
            <translation>Detenido. Antes se había guardado un modelo, que puede usar.</translation>
        </message>
        <message>
            <location filename="../../app/training/runs.py" />
            <source>Stopped. Nothing was better yet than the starting model (step 0), which is what was saved.</source>
            <translation>Detenido. Nada era todavía mejor que el modelo inicial (paso 0), que es lo que se guardó.</translation>
        </message>
        <message>
            <location filename="../../app/training/runs.py" />
            <source>Stopped. The best model so far was saved at step {step:,}; you can use it.</source>
            <translation>Detenido. El mejor modelo hasta ahora se guardó en el paso {step:,}; puede usarlo.</translation>
        </message>
        <message>
            <location filename="../../app/controllers/batches.py" />
            <source>Stopped: the points placed so far stay.</source>
            <translation>Detenido: los puntos colocados hasta ahora se quedan.</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_list.py" />
            <source>Stopping</source>
            <translation>Deteniendo</translation>
        </message>
        <message>
            <location filename="../../app/training/runs.py" />
            <source>Stopping: a checkpoint is written…</source>
            <translation>Deteniendo: se escribe un punto de control…</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/model_steps.py" />
            <source>Store its numbers as</source>
            <translation>Guardar sus números como</translation>
        </message>
        <message>
            <location filename="../../app/controllers/editing.py" />
            <source>Swap left and right</source>
            <translation>Intercambiar izquierda y derecha</translation>
        </message>
        <message>
            <location filename="../../app/panels/checks_panel.py" />
            <source>Swapped sides</source>
            <translation>Lados cambiados</translation>
        </message>
        <message>
            <location filename="../../app/panels/checks_panel.py" />
            <source>Swapped: {names}</source>
            <translation>Cambiados: {names}</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>System &amp;report…</source>
            <translation>&amp;Informe del sistema…</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/report_dialog.py" />
            <source>System report</source>
            <translation>Informe del sistema</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/keys_dialog.py" />
            <source>Take it from there</source>
            <translation>Quitársela a esa acción</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/models_dialog.py" />
            <source>Take off the list</source>
            <translation>Quitar de la lista</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_dialog.py" />
            <source>Take the category from a JSON file</source>
            <translation>Tomar la categoría de un archivo JSON</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Take the image back into &amp;work</source>
            <translation>Volver a poner la imagen en &amp;trabajo</translation>
        </message>
        <message>
            <location filename="../../app/project/store.py" />
            <source>Take the instance again from the project after changing its category.</source>
            <translation>Tome de nuevo la instancia del proyecto tras cambiar su categoría.</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/keys_dialog.py" />
            <source>Take the key away</source>
            <translation>Quitar la tecla</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/panels/checks_panel.py" />
            <source>Tell {n:,} findings again</source>
            <extracomment>One: Tell this finding again</extracomment>
            <translation>
                <numerusform>Avisar otra vez de este hallazgo</numerusform>
                <numerusform>Avisar otra vez de {n:,} hallazgos</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/dialogs/backups_dialog.py" />
            <source>The backups are in {folder}.</source>
            <translation>Las copias de seguridad están en {folder}.</translation>
        </message>
        <message>
            <location filename="../../app/controllers/batches.py" />
            <source>The category of this batch is no longer in the project.</source>
            <translation>La categoría de este lote ya no está en el proyecto.</translation>
        </message>
        <message>
            <location filename="../../app/training/data.py" />
            <source>The dataset to train on cannot be written to "{folder}": {strerror}.</source>
            <translation>El conjunto de datos para entrenar no se puede escribir en «{folder}»: {strerror}.</translation>
        </message>
        <message>
            <location filename="../../app/engine_service.py" />
            <source>The deep learning library cannot be loaded: {error}</source>
            <translation>No se puede cargar la biblioteca de aprendizaje profundo: {error}</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/models_dialog.py" />
            <source>The fastest that this computer does well; full precision where half is not faster.</source>
            <translation>La más rápida que este ordenador hace bien; precisión completa donde la media no es más rápida.</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/model_steps.py" />
            <source>The file itself is left as it is. Its authors' licence holds for the converted model too.</source>
            <translation>El archivo no se toca. La licencia de sus autores vale también para el modelo convertido.</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/settings_dialog.py" />
            <source>The first image I label becomes the prompt</source>
            <translation>La primera imagen que etiqueto pasa a ser el prompt</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/export_dialog.py" />
            <source>The folder cannot be used: {reason}.</source>
            <translation>La carpeta no se puede usar: {reason}.</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>The heads and the upper part of the image encoder</source>
            <translation>Las cabezas y la parte superior del codificador de imágenes</translation>
        </message>
        <message>
            <location filename="../../app/training/data.py" />
            <source>The image "{source}" cannot be copied to "{parent}": {strerror}.</source>
            <translation>La imagen «{source}» no se puede copiar a «{parent}»: {strerror}.</translation>
        </message>
        <message>
            <location filename="../../app/project/store.py" />
            <source>The keypoints of this instance ({len}, "{name}") are not those of the project's category "{name2}" ({len2}).</source>
            <translation>Los puntos clave de esta instancia ({len}, «{name}») no son los de la categoría «{name2}» del proyecto ({len2}).</translation>
        </message>
        <message>
            <location filename="../../app/training/data.py" />
            <source>The labelled image "{source}" is not there any more.</source>
            <translation>La imagen etiquetada «{source}» ya no está.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/dialogs/category_dialog.py" />
            <source>The line "{piece}" does not join two of the {n} keypoints.</source>
            <extracomment>One: The line "{piece}" does not join two of the {n} keypoint.</extracomment>
            <translation>
                <numerusform>La línea «{piece}» no une dos puntos: hay {n} punto clave.</numerusform>
                <numerusform>La línea «{piece}» no une dos de los {n} puntos clave.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/controllers/windows.py" />
            <source>The log is {path}.</source>
            <translation>El registro es {path}.</translation>
        </message>
        <message>
            <location filename="../../app/training/runs.py" />
            <source>The model is measured before it learns…</source>
            <translation>El modelo se mide antes de aprender…</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>The model learns from points that people placed and from reviewed images. Some images are held back to check with. It runs as a program of its own: go on labelling, or close the window; it goes on, and you find it here again.</source>
            <translation>El modelo aprende de puntos que colocaron personas y de imágenes revisadas. Algunas imágenes se reservan para comprobar. Funciona como un programa propio: siga etiquetando o cierre la ventana; continúa y lo encuentra aquí de nuevo.</translation>
        </message>
        <message>
            <location filename="../../app/panels/prompt_panel.py" />
            <source>The model looks for what the marked prompt images show.</source>
            <translation>El modelo busca lo que muestran las imágenes marcadas del prompt.</translation>
        </message>
        <message>
            <location filename="../../app/panels/prompt_panel.py" />
            <source>The model looks for what the prompt texts in the table say.</source>
            <translation>El modelo busca lo que dicen los textos de prompt de la tabla.</translation>
        </message>
        <message>
            <location filename="../../app/panels/keypoint_table.py" />
            <source>The model's trust, 0 to 1; a point of a person has none</source>
            <translation>La confianza del modelo, de 0 a 1; un punto de una persona no la tiene</translation>
        </message>
        <message>
            <location filename="../../app/panels/prompt_panel.py" />
            <source>The model; press to choose another</source>
            <translation>El modelo; pulse para elegir otro</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/compare_dialog.py" />
            <source>The picture {name} is not there.</source>
            <translation>La imagen {name} no está.</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/backups_dialog.py" />
            <source>The project becomes what it was on {time}. What it is now is not lost: it is kept beside it, as a project under another name. What was done before cannot be undone afterwards.</source>
            <translation>El proyecto vuelve a ser lo que era el {time}. Lo que es ahora no se pierde: se guarda a su lado, como proyecto con otro nombre. Después no se podrá deshacer lo hecho antes.</translation>
        </message>
        <message>
            <location filename="../../app/project/store.py" />
            <source>The project has a category "{name}" already.</source>
            <translation>El proyecto ya tiene una categoría «{name}».</translation>
        </message>
        <message>
            <location filename="../../app/project/store.py" />
            <source>The project has no category "{name}".</source>
            <translation>El proyecto no tiene la categoría «{name}».</translation>
        </message>
        <message>
            <location filename="../../app/controllers/safekeeping.py" />
            <source>The project is as it was on {time}.</source>
            <translation>El proyecto está como estaba el {time}.</translation>
        </message>
        <message>
            <location filename="../../app/controllers/safekeeping.py" />
            <source>The project is now {target}.</source>
            <translation>El proyecto es ahora {target}.</translation>
        </message>
        <message>
            <location filename="../../app/panels/checks_panel.py" />
            <source>The same {object} twice</source>
            <translation>El mismo objeto ({object}) dos veces</translation>
        </message>
        <message>
            <location filename="../../app/controllers/sample.py" />
            <source>The sample is missing from this installation: "{folder}".</source>
            <translation>Falta el ejemplo en esta instalación: «{folder}».</translation>
        </message>
        <message>
            <location filename="../../app/training/runs.py" />
            <source>The trainer could not be started: {error}.</source>
            <translation>No se pudo iniciar el entrenador: {error}.</translation>
        </message>
        <message>
            <location filename="../../app/controllers/windows.py" />
            <source>The training on {project} goes on.</source>
            <translation>El entrenamiento de {project} continúa.</translation>
        </message>
        <message>
            <location filename="../../app/controllers/windows.py" />
            <source>The training on {project} has ended.</source>
            <translation>El entrenamiento de {project} ha terminado.</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_dialog.py" />
            <source>The two selected keypoints are left and right of each other</source>
            <translation>Los dos puntos seleccionados son izquierda y derecha el uno del otro</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/compare_dialog.py" />
            <source>The wheel zooms, dragging moves the picture, a double click shows the object.</source>
            <translation>La rueda amplía, arrastrar mueve la imagen, un doble clic muestra el objeto.</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/settings_dialog.py" />
            <source>The window speaks it after the next start.</source>
            <translation>La ventana lo hablará a partir del próximo inicio.</translation>
        </message>
        <message>
            <location filename="../../app/panels/keypoint_table.py" />
            <source>The words that tell the model what to look for; double-click to change</source>
            <translation>Las palabras que le dicen al modelo qué buscar; doble clic para cambiarlas</translation>
        </message>
        <message>
            <location filename="../../app/training/data.py" />
            <source>The {found:,} images cannot be split by what they were taken from: there are {sources}.</source>
            <translation>Las {found:,} imágenes no se pueden repartir por su origen: hay {sources}.</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/settings_dialog.py" />
            <source>Theme</source>
            <translation>Tema</translation>
        </message>
        <message>
            <location filename="../../app/controllers/safekeeping.py" />
            <source>There are no backups yet.</source>
            <translation>Todavía no hay copias de seguridad.</translation>
        </message>
        <message>
            <location filename="../../app/controllers/projects.py" />
            <source>There are no images in "{empty}".</source>
            <translation>No hay imágenes en «{empty}».</translation>
        </message>
        <message>
            <location filename="../../app/panels/media_panel.py" />
            <source>There are no images yet.</source>
            <translation>Todavía no hay imágenes.</translation>
        </message>
        <message>
            <location filename="../../app/controllers/windows.py" />
            <source>There are no unreviewed predictions.</source>
            <translation>No hay predicciones sin revisar.</translation>
        </message>
        <message>
            <location filename="../../app/model_service.py" />
            <source>There is a model called "{name}" already.</source>
            <translation>Ya hay un modelo llamado «{name}».</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/backups_dialog.py" />
            <source>There is no backup of this project yet.</source>
            <translation>Todavía no hay ninguna copia de este proyecto.</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/import_dialog.py" />
            <source>There is no file {file}.</source>
            <translation>No existe el archivo {file}.</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/import_dialog.py" />
            <source>There is no folder {images}.</source>
            <translation>No existe la carpeta {images}.</translation>
        </message>
        <message>
            <location filename="../../app/controllers/windows.py" />
            <source>There is no log yet.</source>
            <translation>Todavía no hay registro.</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/export_dialog.py" />
            <source>There is something in this folder already. Choose a new one.</source>
            <translation>Ya hay algo en esta carpeta. Elija una nueva.</translation>
        </message>
        <message>
            <location filename="../../app/controllers/safekeeping.py" />
            <source>They are made while you work on a project.</source>
            <translation>Se hacen mientras trabaja en un proyecto.</translation>
        </message>
        <message>
            <location filename="../../app/controllers/safekeeping.py" />
            <source>They may have been moved, or their drive is not connected. The labels are safe.</source>
            <translation>Quizá se movieron o su unidad no está conectada. Las etiquetas están a salvo.</translation>
        </message>
        <message>
            <location filename="../../app/controllers/projects.py" />
            <source>This folder cannot be written, so a copy of the project in it was made.</source>
            <translation>No se puede escribir en esta carpeta, así que se hizo una copia del proyecto que contiene.</translation>
        </message>
        <message>
            <location filename="../../app/controllers/projects.py" />
            <source>This folder cannot be written, so the project is kept elsewhere.</source>
            <translation>No se puede escribir en esta carpeta, así que el proyecto se guarda en otro lugar.</translation>
        </message>
        <message>
            <location filename="../../app/controllers/prompting.py" />
            <source>This image has no points to use as a prompt.</source>
            <translation>Esta imagen no tiene puntos que usar como prompt.</translation>
        </message>
        <message>
            <location filename="../../app/controllers/navigation.py" />
            <source>This image is no longer in the project.</source>
            <translation>Esta imagen ya no está en el proyecto.</translation>
        </message>
        <message>
            <location filename="../../app/controllers/prompting.py" />
            <source>This image is now the prompt.</source>
            <translation>Esta imagen es ahora el prompt.</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>This model is in use</source>
            <translation>Este modelo está en uso</translation>
        </message>
        <message>
            <location filename="../../app/controllers/navigation.py" />
            <source>This was the last image of the list.</source>
            <translation>Esta era la última imagen de la lista.</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/compare_tables.py" />
            <source>Times that both sides placed it</source>
            <translation>Veces que ambos lados lo colocaron</translation>
        </message>
        <message>
            <location filename="../../app/engine_service.py" />
            <source>To use the card again, choose the device in Model &gt; Models or start the program again.</source>
            <translation>Para usar otra vez la tarjeta, elija el dispositivo en Modelo &gt; Modelos o reinicie el programa.</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/import_dialog.py" />
            <source>Told from the content</source>
            <translation>Según el contenido</translation>
        </message>
        <message>
            <location filename="../../app/panels/checks_panel.py" />
            <source>Too long ({times:.1f} ×): {names}</source>
            <translation>Demasiado largo ({times:.1f} ×): {names}</translation>
        </message>
        <message>
            <location filename="../../app/panels/checks_panel.py" />
            <source>Too short ({percent:.0f} %): {names}</source>
            <translation>Demasiado corto ({percent:.0f} %): {names}</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_dialog.py" />
            <source>Train on this project</source>
            <translation>Entrenar con este proyecto</translation>
        </message>
        <message>
            <location filename="../../app/training/data.py" />
            <source>Training needs at least {fewest} labelled images, there are {found}.</source>
            <translation>El entrenamiento necesita al menos {fewest} imágenes etiquetadas, hay {found}.</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_list.py" />
            <source>Trainings</source>
            <translation>Entrenamientos</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Try the &amp;sample</source>
            <translation>Probar el &amp;ejemplo</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/dialogs/failures_dialog.py" />
            <source>Try these {n:,} images again</source>
            <extracomment>One: Try this image again</extracomment>
            <translation>
                <numerusform>Intentarlo otra vez con esta imagen</numerusform>
                <numerusform>Intentarlo otra vez con estas {n:,} imágenes</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/dialogs/settings_dialog.py" />
            <source>Twice as many images in the same memory. Heatmaps move by about a ten-thousandth; for images that are encoded from now on.</source>
            <translation>El doble de imágenes en la misma memoria. Los mapas de calor cambian más o menos una diezmilésima; para las imágenes que se codifiquen desde ahora.</translation>
        </message>
        <message>
            <location filename="../../app/panels/checks_panel.py" />
            <source>Two points in one place</source>
            <translation>Dos puntos en un lugar</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_dialog.py" />
            <source>Type a name and press Enter</source>
            <translation>Escriba un nombre y pulse Intro</translation>
        </message>
        <message>
            <location filename="../../app/panels/checks_panel.py" />
            <source>Unlikely length</source>
            <translation>Longitud improbable</translation>
        </message>
        <message>
            <location filename="../../app/theme.py" />
            <source>Untouched</source>
            <translation>Sin tocar</translation>
        </message>
        <message>
            <location filename="../../app/project/files.py" />
            <source>Update the program.</source>
            <translation>Actualice el programa.</translation>
        </message>
        <message>
            <location filename="../../app/panels/prompt_panel.py" />
            <source>Use &amp;names</source>
            <translation>Usar &amp;nombres</translation>
        </message>
        <message>
            <location filename="../../app/engine_service.py" />
            <source>Use a smaller picture as the prompt, and turn off the second looks in the settings.</source>
            <translation>Use una imagen menor como prompt y desactive en los ajustes las segundas miradas.</translation>
        </message>
        <message>
            <location filename="../../app/project/store.py" />
            <source>Use as prompt</source>
            <translation>Usar como prompt</translation>
        </message>
        <message>
            <location filename="../../app/panels/prompt_panel.py" />
            <source>Use clicked &amp;points</source>
            <translation>Usar p&amp;untos marcados</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/missing_dialog.py" />
            <source>Use the found files</source>
            <translation>Usar los archivos encontrados</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/dialogs/missing_dialog.py" />
            <source>Use the {n:,} found files</source>
            <extracomment>One: Use the found file</extracomment>
            <translation>
                <numerusform>Usar el archivo encontrado</numerusform>
                <numerusform>Usar los {n:,} archivos encontrados</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_dialog.py" />
            <source>Use this category</source>
            <translation>Usar esta categoría</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/keys_dialog.py" />
            <source>Use this key</source>
            <translation>Usar esta tecla</translation>
        </message>
        <message>
            <location filename="../../app/controllers/models.py" />
            <location filename="../../app/dialogs/models_dialog.py" />
            <location filename="../../app/dialogs/train_pages.py" />
            <source>Use this model</source>
            <translation>Usar este modelo</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>Value</source>
            <translation>Valor</translation>
        </message>
        <message>
            <location filename="../../app/panels/adjust_bar.py" />
            <source>Value shown black</source>
            <translation>Valor que se muestra negro</translation>
        </message>
        <message>
            <location filename="../../app/panels/adjust_bar.py" />
            <source>Value shown white</source>
            <translation>Valor que se muestra blanco</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/models_dialog.py" />
            <source>Verify</source>
            <translation>Verificar</translation>
        </message>
        <message>
            <location filename="../../app/model_service.py" />
            <source>Verifying {title}</source>
            <translation>Verificando {title}</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_parts.py" />
            <source>Violet</source>
            <translation>Violeta</translation>
        </message>
        <message>
            <location filename="../../app/panels/keypoint_table.py" />
            <source>Vis</source>
            <translation>Vis.</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/compare_tables.py" />
            <source>Visibility</source>
            <translation>Visibilidad</translation>
        </message>
        <message>
            <location filename="../../app/controllers/editing.py" />
            <location filename="../../app/panels/keypoint_table.py" />
            <source>Visible</source>
            <translation>Visible</translation>
        </message>
        <message>
            <location filename="../../app/panels/keypoint_table.py" />
            <source>Visible ●, occluded ◐, cannot be seen ✕; click to change</source>
            <translation>Visible ●, oculto ◐, no se ve ✕; haga clic para cambiar</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/model_steps.py" />
            <source>What happens</source>
            <translation>Qué ocurre</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>What it chose</source>
            <translation>Lo que eligió</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/keys_dialog.py" />
            <source>What it does</source>
            <translation>Qué hace</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>What it learnt since its last checkpoint is lost.</source>
            <translation>Lo aprendido desde su último punto de control se pierde.</translation>
        </message>
        <message>
            <location filename="../../app/controllers/safekeeping.py" />
            <source>What it was until now is kept in {name}, beside it.</source>
            <translation>Lo que era hasta ahora se guarda en {name}, a su lado.</translation>
        </message>
        <message>
            <location filename="../../app/panels/left_panel.py" />
            <source>What looks like a mistake</source>
            <translation>Lo que parece un error</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_dialog.py" />
            <source>What the object is called</source>
            <translation>Cómo se llama el objeto</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>What the trainer chose</source>
            <translation>Lo que eligió el entrenador</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/export_dialog.py" />
            <source>What this format cannot keep</source>
            <translation>Lo que este formato no puede conservar</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>What to train</source>
            <translation>Qué entrenar</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/import_dialog.py" />
            <source>What was left out</source>
            <translation>Lo que se omitió</translation>
        </message>
        <message>
            <location filename="../../app/model_service.py" />
            <source>Where</source>
            <translation>Dónde</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/import_dialog.py" />
            <source>Where the annotations say</source>
            <translation>Donde dicen las anotaciones</translation>
        </message>
        <message>
            <location filename="../../app/controllers/safekeeping.py" />
            <source>Where to look for the missing images</source>
            <translation>Dónde buscar las imágenes que faltan</translation>
        </message>
        <message>
            <location filename="../../app/controllers/safekeeping.py" />
            <source>Where to put the project made of the backup</source>
            <translation>Dónde poner el proyecto hecho de la copia</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>Which images</source>
            <translation>Qué imágenes</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_parts.py" />
            <source>White</source>
            <translation>Blanco</translation>
        </message>
        <message>
            <location filename="../../app/panels/adjust_bar.py" />
            <source>White at</source>
            <translation>Blanco en</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>Why</source>
            <translation>Por qué</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/export_dialog.py" />
            <source>With copies of the image files</source>
            <translation>Con copias de los archivos de imagen</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/export_dialog.py" />
            <source>With the model's points that nobody has reviewed</source>
            <translation>Con los puntos del modelo que nadie ha revisado</translation>
        </message>
        <message>
            <location filename="../../app/model_service.py" />
            <source>Without a network here: fetch the .best file on another computer from {page}, bring it over, and choose it with “Bring in a file…” in Model &gt; Models.</source>
            <translation>Si aquí no hay red: descargue el archivo .best de {page} en otro ordenador, tráigalo y elíjalo con «Traer un archivo…» en Modelo &gt; Modelos.</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_dialog.py" />
            <source>Write two of their numbers with a dash, for example "1-2".</source>
            <translation>Escriba dos de sus números con un guion, por ejemplo «1-2».</translation>
        </message>
        <message>
            <location filename="../../app/controllers/training.py" />
            <source>Writing the labelled images as a dataset…</source>
            <translation>Escribiendo las imágenes etiquetadas como conjunto de datos…</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/compare_dialog.py" />
            <source>Written: {path}</source>
            <translation>Escrito: {path}</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>YOLO-pose</source>
            <translation>YOLO-pose</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_parts.py" />
            <source>Yellow</source>
            <translation>Amarillo</translation>
        </message>
        <message>
            <location filename="../../app/panels/welcome.py" />
            <source>You can also drop a folder of images or a project on this window.</source>
            <translation>También puede soltar en esta ventana una carpeta de imágenes o un proyecto.</translation>
        </message>
        <message>
            <location filename="../../app/logs.py" />
            <source>Your edits are saved. Details are in {log_path}.</source>
            <translation>Sus cambios están guardados. Los detalles están en {log_path}.</translation>
        </message>
        <message>
            <location filename="../../app/project/backups.py" />
            <source>Your work is saved in the project all the same. {hint}</source>
            <translation>Su trabajo está guardado en el proyecto de todos modos. {hint}</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Zoom &amp;in</source>
            <translation>Acer&amp;car</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Zoom &amp;out</source>
            <translation>A&amp;lejar</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/import_dialog.py" />
            <source>a new project beside the file</source>
            <translation>un proyecto nuevo junto al archivo</translation>
        </message>
        <message>
            <location filename="../../app/model_service.py" />
            <source>about {size}</source>
            <translation>unos {size}</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>are guessed again from the names</source>
            <translation>se deducen de nuevo de los nombres</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>are left out</source>
            <translation>se omiten</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>are left out or cut off: Ultralytics drops images that have them</source>
            <translation>se omiten o se recortan: Ultralytics descarta las imágenes que los tienen</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>are left out where they have no box</source>
            <translation>se omiten donde no tienen recuadro</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>are lost</source>
            <translation>se pierden</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>are lost where a person placed or corrected a point of the instance</source>
            <translation>se pierden donde una persona colocó o corrigió un punto de la instancia</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>become visible</source>
            <translation>pasan a ser visibles</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>boxes that somebody drew</source>
            <translation>recuadros que alguien dibujó</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/missing_dialog.py" />
            <source>by content</source>
            <translation>por el contenido</translation>
        </message>
        <message>
            <location filename="../../app/controllers/checking.py" />
            <source>by hand {time} ({images})</source>
            <translation>a mano {time} ({images})</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/missing_dialog.py" />
            <source>by name alone</source>
            <translation>solo por el nombre</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/missing_dialog.py" />
            <source>by name and size</source>
            <translation>por nombre y tamaño</translation>
        </message>
        <message>
            <location filename="../../app/model_service.py" />
            <source>calibrated: the chance that a point is right</source>
            <translation>calibradas: la probabilidad de que un punto sea correcto</translation>
        </message>
        <message>
            <location filename="../../app/model_service.py" />
            <source>came with the program</source>
            <translation>vino con el programa</translation>
        </message>
        <message>
            <location filename="../../app/model_service.py" />
            <source>cannot be used</source>
            <translation>no se puede usar</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>count as a person's</source>
            <translation>cuentan como de una persona</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>count as a person's where a person placed a point of the instance</source>
            <translation>cuentan como de una persona donde una persona colocó un punto de la instancia</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>count as a person's where they have no score</source>
            <translation>cuentan como de una persona donde no tienen puntuación</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>count as not labelled</source>
            <translation>cuentan como no etiquetados</translation>
        </message>
        <message>
            <location filename="../../app/controllers/display.py" />
            <source>doubtful: {reason}</source>
            <translation>dudosa: {reason}</translation>
        </message>
        <message>
            <location filename="../../app/controllers/display.py" />
            <source>far from its usual place</source>
            <translation>lejos de su lugar habitual</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>further categories</source>
            <translation>otras categorías</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>further fields (prompts, other programs' fields)</source>
            <translation>otros campos (prompts, campos de otros programas)</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>get one folder below labeled-data</source>
            <translation>reciben una carpeta dentro de labeled-data</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>get the box around their points</source>
            <translation>reciben el recuadro alrededor de sus puntos</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>groups of categories</source>
            <translation>grupos de categorías</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_parts.py" />
            <source>horse, hand, car, face…</source>
            <translation>en inglés: horse, hand, face…</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>image names with other folders</source>
            <translation>nombres de imagen con otras carpetas</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>image states</source>
            <translation>estados de las imágenes</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>images with several instances</source>
            <translation>imágenes con varias instancias</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>images without instances</source>
            <translation>imágenes sin instancias</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>instances without a drawn box</source>
            <translation>instancias sin recuadro dibujado</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>instances without a labelled point</source>
            <translation>instancias sin ningún punto etiquetado</translation>
        </message>
        <message>
            <location filename="../../app/panels/status_line.py" />
            <source>just now</source>
            <translation>ahora mismo</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>keypoints that are labelled nowhere</source>
            <translation>puntos clave que no están etiquetados en ninguna parte</translation>
        </message>
        <message>
            <location filename="../../app/controllers/display.py" />
            <source>left and right may be exchanged</source>
            <translation>izquierda y derecha pueden estar cambiadas</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>left-right pairs that the names do not tell</source>
            <translation>pares izquierda-derecha que los nombres no dicen</translation>
        </message>
        <message>
            <location filename="../../app/panels/checks_panel.py" />
            <source>looking…</source>
            <translation>buscando…</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>lose "/" and ":"</source>
            <translation>pierden «/» y «:»</translation>
        </message>
        <message>
            <location filename="../../app/training/runs.py" />
            <source>loss {loss:.3f}</source>
            <translation>pérdida {loss:.3f}</translation>
        </message>
        <message>
            <location filename="../../app/controllers/display.py" />
            <source>low score</source>
            <translation>puntuación baja</translation>
        </message>
        <message>
            <location filename="../../app/panels/media_model.py" />
            <source>lowest score {score:.2f}</source>
            <translation>puntuación mínima {score:.2f}</translation>
        </message>
        <message>
            <location filename="../../app/model_service.py" />
            <source>making a model folder of it</source>
            <translation>haciendo de él una carpeta de modelo</translation>
        </message>
        <message>
            <location filename="../../app/controllers/display.py" />
            <source>names and clicks see it in different places</source>
            <translation>los nombres y los clics lo ven en lugares distintos</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>names of categories</source>
            <translation>nombres de categorías</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/keys_dialog.py" />
            <source>no key</source>
            <translation>ninguna tecla</translation>
        </message>
        <message>
            <location filename="../../app/model_service.py" />
            <source>not calibrated: the height of the heatmap</source>
            <translation>sin calibrar: la altura del mapa de calor</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>occluded points</source>
            <translation>puntos ocultos</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/compare_tables.py" />
            <source>only in {file}</source>
            <translation>solo en {file}</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_dialog.py" />
            <source>point</source>
            <translation>punto</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>points and boxes outside the image</source>
            <translation>puntos y recuadros fuera de la imagen</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>points that a person marked as not to be seen</source>
            <translation>puntos que una persona marcó como no visibles</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>points that the model placed or that were carried over</source>
            <translation>puntos que colocó el modelo o que se copiaron</translation>
        </message>
        <message>
            <location filename="../../app/controllers/display.py" />
            <source>predicted with an older prompt, {key} refreshes</source>
            <translation>predicha con un prompt anterior, {key} la actualiza</translation>
        </message>
        <message>
            <location filename="../../app/panels/instance_list.py" />
            <source>prompt</source>
            <translation>prompt</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/compare_tables.py" />
            <source>px</source>
            <translation>px</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>raw heatmap values of points</source>
            <translation>valores brutos del mapa de calor de los puntos</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>records without keypoints</source>
            <translation>registros sin puntos clave</translation>
        </message>
        <message>
            <location filename="../../app/panels/keypoint_table.py" />
            <source>same</source>
            <translation>igual</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>scores of points</source>
            <translation>puntuaciones de los puntos</translation>
        </message>
        <message>
            <location filename="../../app/model_service.py" />
            <source>several GB</source>
            <translation>varios GB</translation>
        </message>
        <message>
            <location filename="../../app/controllers/display.py" />
            <source>shown at 1/{shrink}</source>
            <translation>mostrada a 1/{shrink}</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>skeleton lines</source>
            <translation>líneas del esqueleto</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>the bundled model</source>
            <translation>el modelo incluido</translation>
        </message>
        <message>
            <location filename="../../app/model_service.py" />
            <source>the model does not say</source>
            <translation>el modelo no lo dice</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/import_dialog.py" />
            <source>the open project, as one undo step</source>
            <translation>el proyecto abierto, como un solo paso de deshacer</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/models_dialog.py" />
            <source>what is there</source>
            <translation>lo que hay</translation>
        </message>
        <message>
            <location filename="../../app/controllers/checking.py" />
            <source>with the model {time} ({images})</source>
            <translation>con el modelo {time} ({images})</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/compare_tables.py" />
            <source>{category} (all)</source>
            <translation>{category} (todos)</translation>
        </message>
        <message>
            <location filename="../../app/model_service.py" />
            <source>{count} parts of the file are unknown and were left out: {names}.</source>
            <translation>{count} partes del archivo son desconocidas y se omitieron: {names}.</translation>
        </message>
        <message>
            <location filename="../../app/model_service.py" />
            <source>{count} unknown parts of the file: {names}</source>
            <translation>{count} partes desconocidas del archivo: {names}</translation>
        </message>
        <message>
            <location filename="../../app/controllers/display.py" />
            <source>{done:,} done</source>
            <translation>{done:,} hechas</translation>
        </message>
        <message>
            <location filename="../../app/controllers/display.py" />
            <source>{done:,} of {total:,} done</source>
            <translation>{done:,} de {total:,} hechas</translation>
        </message>
        <message>
            <location filename="../../app/model_service.py" />
            <source>{done} of {total}</source>
            <translation>{done} de {total}</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>{format} needs packages that are not installed. Install them with `pip install '.[{extra}]'` in the program's folder, then start it again.</source>
            <translation>{format} necesita paquetes que no están instalados. Instálelos con `pip install '.[{extra}]'` en la carpeta del programa y reinícielo.</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>{held} of {sources} videos or folders are held back as a whole.</source>
            <translation>{held} de {sources} vídeos o carpetas se reservan enteros.</translation>
        </message>
        <message>
            <location filename="../../app/panels/status_line.py" />
            <source>{hours:.0f} h ago</source>
            <translation>hace {hours:.0f} h</translation>
        </message>
        <message>
            <location filename="../../app/panels/status_line.py" />
            <source>{hours:.1f} h left</source>
            <translation>quedan {hours:.1f} h</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>{images} ({objects})</source>
            <translation>{images} ({objects})</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/compare_dialog.py" />
            <source>{images}, {objects}.</source>
            <translation>{images}, {objects}.</translation>
        </message>
        <message>
            <location filename="../../app/model_service.py" />
            <source>{input_size} px, heatmaps of {heatmap_size} cells</source>
            <translation>{input_size} px, mapas de calor de {heatmap_size} celdas</translation>
        </message>
        <message>
            <location filename="../../app/training/runs.py" />
            <source>{join} The table compares the images held back, before and after.</source>
            <translation>{join} La tabla compara las imágenes reservadas, antes y después.</translation>
        </message>
        <message>
            <location filename="../../app/controllers/navigation.py" />
            <source>{key} exports the project.</source>
            <translation>{key} exporta el proyecto.</translation>
        </message>
        <message>
            <location filename="../../app/controllers/batches.py" />
            <source>{key} goes to the most doubtful.</source>
            <translation>{key} va a la más dudosa.</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/keys_dialog.py" />
            <source>{key} is claimed twice: it works for “{kept}”, not for “{lost}”.</source>
            <translation>{key} está reclamada dos veces: vale para «{kept}», no para «{lost}».</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/keys_dialog.py" />
            <source>{key} is the key of “{action}”, which would lose it.</source>
            <translation>{key} es la tecla de «{action}», que la perdería.</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/keys_dialog.py" />
            <source>{key} opens the menu “{menu}”.</source>
            <translation>{key} abre el menú «{menu}».</translation>
        </message>
        <message>
            <location filename="../../app/controllers/editing.py" />
            <source>{key} pastes it.</source>
            <translation>{key} la pega.</translation>
        </message>
        <message>
            <location filename="../../app/panels/media_panel.py" />
            <source>{listed:,} of {images}</source>
            <translation>{listed:,} de {images}</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>{measure}, on what it learnt</source>
            <translation>{measure}, en lo que aprendió</translation>
        </message>
        <message>
            <location filename="../../app/engine_service.py" />
            <source>{message} The model goes on on the processor, which is slower.</source>
            <translation>{message} El modelo sigue en el procesador, que es más lento.</translation>
        </message>
        <message>
            <location filename="../../app/panels/status_line.py" />
            <source>{minutes:.0f} min ago</source>
            <translation>hace {minutes:.0f} min</translation>
        </message>
        <message>
            <location filename="../../app/panels/status_line.py" />
            <source>{minutes} min left</source>
            <translation>quedan {minutes} min</translation>
        </message>
        <message>
            <location filename="../../app/controllers/checking.py" />
            <source>{minutes} min {seconds} s</source>
            <translation>{minutes} min {seconds} s</translation>
        </message>
        <message>
            <location filename="../../app/controllers/display.py" />
            <source>{model} on {device}, {dtype}, {parameters:.1f} million parameters, {input_size} px input.</source>
            <translation>{model} en {device}, {dtype}, {parameters:.1f} millones de parámetros, entrada de {input_size} px.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/dialogs/missing_dialog.py" />
            <source>{n:,} are still missing.</source>
            <extracomment>One: {n} is still missing.</extracomment>
            <translation>
                <numerusform>Todavía falta {n}.</numerusform>
                <numerusform>Todavía faltan {n:,}.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/controllers/display.py" />
            <source>{n:,} failed</source>
            <extracomment>One: {n} failed</extracomment>
            <translation>
                <numerusform>{n} fallida</numerusform>
                <numerusform>{n:,} fallidas</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/panels/checks_panel.py" />
            <source>{n:,} findings</source>
            <extracomment>One: {n} finding</extracomment>
            <translation>
                <numerusform>{n} hallazgo</numerusform>
                <numerusform>{n:,} hallazgos</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/controllers/transfer.py" />
            <source>{n:,} image files cannot be found.</source>
            <extracomment>One: {n:,} image file cannot be found.</extracomment>
            <translation>
                <numerusform>No se encuentra {n:,} archivo de imagen.</numerusform>
                <numerusform>No se encuentran {n:,} archivos de imagen.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/controllers/checking.py" />
            <location filename="../../app/controllers/transfer.py" />
            <location filename="../../app/dialogs/compare_dialog.py" />
            <location filename="../../app/dialogs/train_pages.py" />
            <location filename="../../app/panels/media_panel.py" />
            <source>{n:,} images</source>
            <extracomment>One: {n:,} image</extracomment>
            <translation>
                <numerusform>{n:,} imagen</numerusform>
                <numerusform>{n:,} imágenes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/controllers/batches.py" />
            <source>{n:,} images could not be pre-labelled.</source>
            <extracomment>One: {n} image could not be pre-labelled.</extracomment>
            <translation>
                <numerusform>No se pudo preetiquetar {n} imagen.</numerusform>
                <numerusform>No se pudieron preetiquetar {n:,} imágenes.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/dialogs/failures_dialog.py" />
            <source>{n:,} images could not be pre-labelled; the others are done.</source>
            <extracomment>One: {n} image could not be pre-labelled; the others are done.</extracomment>
            <translation>
                <numerusform>No se pudo preetiquetar {n} imagen; las demás están hechas.</numerusform>
                <numerusform>No se pudieron preetiquetar {n:,} imágenes; las demás están hechas.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/controllers/safekeeping.py" />
            <source>{n:,} images have moved along with the project and were found again.</source>
            <extracomment>One: {n} image has moved along with the project and was found again.</extracomment>
            <translation>
                <numerusform>{n} imagen se movió junto con el proyecto y se ha encontrado.</numerusform>
                <numerusform>{n:,} imágenes se movieron junto con el proyecto y se han encontrado.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/dialogs/compare_dialog.py" />
            <source>{n:,} images in both files</source>
            <extracomment>One: {n} image in both files</extracomment>
            <translation>
                <numerusform>{n} imagen en ambos archivos</numerusform>
                <numerusform>{n:,} imágenes en ambos archivos</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/dialogs/missing_dialog.py" />
            <source>{n:,} images were found</source>
            <extracomment>One: {n} image was found</extracomment>
            <translation>
                <numerusform>Se encontró {n} imagen</numerusform>
                <numerusform>Se encontraron {n:,} imágenes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/controllers/safekeeping.py" />
            <source>{n:,} images were found again.</source>
            <extracomment>One: {n} image was found again.</extracomment>
            <translation>
                <numerusform>{n} imagen se ha encontrado.</numerusform>
                <numerusform>{n:,} imágenes se han encontrado.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/dialogs/export_dialog.py" />
            <source>{n:,} images with points or boxes will be in the file, {left:,} will not.</source>
            <extracomment>One: {n:,} image with points or boxes will be in the file, {left:,} will not.</extracomment>
            <translation>
                <numerusform>{n:,} imagen con puntos o recuadros estará en el archivo, {left:,} no.</numerusform>
                <numerusform>{n:,} imágenes con puntos o recuadros estarán en el archivo, {left:,} no.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/controllers/transfer.py" />
            <location filename="../../app/panels/media_model.py" />
            <source>{n:,} instances</source>
            <extracomment>One: {n:,} instance</extracomment>
            <translation>
                <numerusform>{n:,} instancia</numerusform>
                <numerusform>{n:,} instancias</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/dialogs/category_dialog.py" />
            <source>{n:,} instances of this category will follow the change. Points of a removed keypoint go; Ctrl+Z brings them back.</source>
            <extracomment>One: {n:,} instance of this category will follow the change. Points of a removed keypoint go; Ctrl+Z brings them back.</extracomment>
            <translation>
                <numerusform>{n:,} instancia de esta categoría seguirá el cambio. Los puntos de un punto clave quitado desaparecen; Ctrl+Z los recupera.</numerusform>
                <numerusform>{n:,} instancias de esta categoría seguirán el cambio. Los puntos de un punto clave quitado desaparecen; Ctrl+Z los recupera.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/controllers/transfer.py" />
            <source>{n:,} instances were here already.</source>
            <extracomment>One: {n:,} instance was here already.</extracomment>
            <translation>
                <numerusform>{n:,} instancia ya estaba aquí.</numerusform>
                <numerusform>{n:,} instancias ya estaban aquí.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/controllers/transfer.py" />
            <source>{n:,} keypoints</source>
            <extracomment>One: {n:,} keypoint</extracomment>
            <translation>
                <numerusform>{n:,} punto clave</numerusform>
                <numerusform>{n:,} puntos clave</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/controllers/transfer.py" />
            <source>{n:,} new categories</source>
            <extracomment>One: {n:,} new category</extracomment>
            <translation>
                <numerusform>{n:,} categoría nueva</numerusform>
                <numerusform>{n:,} categorías nuevas</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/dialogs/compare_dialog.py" />
            <location filename="../../app/dialogs/train_pages.py" />
            <source>{n:,} objects</source>
            <extracomment>One: {n} object</extracomment>
            <translation>
                <numerusform>{n} objeto</numerusform>
                <numerusform>{n:,} objetos</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/dialogs/compare_dialog.py" />
            <source>{n:,} objects in both</source>
            <extracomment>One: {n} object in both</extracomment>
            <translation>
                <numerusform>{n} objeto en ambos</numerusform>
                <numerusform>{n:,} objetos en ambos</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/controllers/safekeeping.py" />
            <source>{n:,} of {total:,} image files are not where they were.</source>
            <extracomment>One: {n} of {total:,} image files is not where it was.</extracomment>
            <translation>
                <numerusform>{n} de {total:,} archivos de imagen no está donde estaba.</numerusform>
                <numerusform>{n:,} de {total:,} archivos de imagen no están donde estaban.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/dialogs/missing_dialog.py" />
            <source>{n:,} of {total:,} image files are not where they were. Their labels are safe.</source>
            <extracomment>One: {n} of {total:,} image files is not where it was. Its labels are safe.</extracomment>
            <translation>
                <numerusform>{n} de {total:,} archivos de imagen no está donde estaba. Sus etiquetas están a salvo.</numerusform>
                <numerusform>{n:,} de {total:,} archivos de imagen no están donde estaban. Sus etiquetas están a salvo.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/controllers/transfer.py" />
            <source>{n:,} things in it could not be used.</source>
            <extracomment>One: {n:,} thing in it could not be used.</extracomment>
            <translation>
                <numerusform>{n:,} elemento no se pudo usar.</numerusform>
                <numerusform>{n:,} elementos no se pudieron usar.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/dialogs/import_dialog.py" />
            <source>{n:,} things in the file could not be used; everything else has come.</source>
            <extracomment>One: {n:,} thing in the file could not be used; everything else has come.</extracomment>
            <translation>
                <numerusform>{n:,} elemento del archivo no se pudo usar; todo lo demás ha llegado.</numerusform>
                <numerusform>{n:,} elementos del archivo no se pudieron usar; todo lo demás ha llegado.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/controllers/editing.py" />
            <source>{name} cannot be seen</source>
            <translation>{name} no se ve</translation>
        </message>
        <message>
            <location filename="../../app/controllers/navigation.py" />
            <source>{name} cannot be shown.</source>
            <translation>{name} no se puede mostrar.</translation>
        </message>
        <message>
            <location filename="../../app/controllers/editing.py" />
            <source>{name} has no pose to copy.</source>
            <translation>{name} no tiene ninguna pose que copiar.</translation>
        </message>
        <message>
            <location filename="../../app/model_service.py" />
            <source>{name} is ready: {size} as {dtype}.</source>
            <translation>{name} está listo: {size} como {dtype}.</translation>
        </message>
        <message>
            <location filename="../../app/panels/prompt_panel.py" />
            <source>{name} · {placed} pts</source>
            <translation>{name} · {placed} pts</translation>
        </message>
        <message>
            <location filename="../../app/project/store.py" />
            <source>{name}: the project has no category {category_id}.</source>
            <translation>{name}: el proyecto no tiene la categoría {category_id}.</translation>
        </message>
        <message>
            <location filename="../../app/project/store.py" />
            <source>{name}: the project has no instance {instance_id}.</source>
            <translation>{name}: el proyecto no tiene la instancia {instance_id}.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/dialogs/backups_dialog.py" />
            <source>{n} backups, {total}.</source>
            <extracomment>One: {n} backup, {total}.</extracomment>
            <translation>
                <numerusform>{n} copia, {total}.</numerusform>
                <numerusform>{n} copias, {total}.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/dialogs/category_parts.py" />
            <source>{n} keypoints</source>
            <extracomment>One: {n} keypoint</extracomment>
            <translation>
                <numerusform>{n} punto clave</numerusform>
                <numerusform>{n} puntos clave</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/panels/checks_panel.py" />
            <source>{n} {object} missing</source>
            <extracomment>One: {n} {object} missing</extracomment>
            <translation>
                <numerusform>Falta {n} {object}</numerusform>
                <numerusform>Faltan {n} {object}</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/dialogs/settings_dialog.py" />
            <source>{one} and {all} look again and closer, where the object is small in the picture or the picture is several times larger than the model's input. Two to several times as slow.</source>
            <translation>{one} y {all} miran otra vez y más de cerca, donde el objeto es pequeño en la imagen o la imagen es varias veces mayor que la entrada del modelo. De dos a varias veces más lento.</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/settings_dialog.py" />
            <source>{one} and {all} look at the mirrored image too, left and right exchanged, and take the mean of both. Twice as slow.</source>
            <translation>{one} y {all} miran también la imagen reflejada, con izquierda y derecha cambiadas, y toman la media de ambas. El doble de lento.</translation>
        </message>
        <message>
            <location filename="../../app/controllers/prompt_files.py" />
            <source>{one} pre-labels one image, {all} all of them.</source>
            <translation>{one} preetiqueta una imagen, {all} todas.</translation>
        </message>
        <message>
            <location filename="../../app/controllers/prompting.py" />
            <source>{one} pre-labels one image, {all} all of them; {out} takes it out.</source>
            <translation>{one} preetiqueta una imagen, {all} todas; {out} la quita del prompt.</translation>
        </message>
        <message>
            <location filename="../../app/controllers/detecting.py" />
            <source>{one} pre-labels the selected one, {all} all.</source>
            <translation>{one} preetiqueta el seleccionado, {all} todos.</translation>
        </message>
        <message>
            <location filename="../../app/project/store.py" />
            <source>{parent}: the folder for projects cannot be made ({strerror}).</source>
            <translation>{parent}: no se puede crear la carpeta de proyectos ({strerror}).</translation>
        </message>
        <message>
            <location filename="../../app/model_service.py" />
            <source>{part} of {size} are here</source>
            <translation>{part} de {size} están aquí</translation>
        </message>
        <message>
            <location filename="../../app/project/files.py" />
            <source>{path}: another file has taken the project file's place, so the change was not made.</source>
            <translation>{path}: otro archivo ocupa el lugar del archivo del proyecto, así que el cambio no se hizo.</translation>
        </message>
        <message>
            <location filename="../../app/project/files.py" />
            <source>{path}: the disk answered with an error ({name}).</source>
            <translation>{path}: el disco respondió con un error ({name}).</translation>
        </message>
        <message>
            <location filename="../../app/project/files.py" />
            <source>{path}: the file cannot be read ({strerror}).</source>
            <translation>{path}: el archivo no se puede leer ({strerror}).</translation>
        </message>
        <message>
            <location filename="../../app/project/files.py" />
            <source>{path}: the file holds the {odd} "{odd2}", which this program never writes.</source>
            <translation>{path}: el archivo contiene {odd} «{odd2}», que este programa nunca escribe.</translation>
        </message>
        <message>
            <location filename="../../app/project/files.py" />
            <source>{path}: the file is damaged.</source>
            <translation>{path}: el archivo está dañado.</translation>
        </message>
        <message>
            <location filename="../../app/project/files.py" />
            <source>{path}: the file or its folder cannot be written.</source>
            <translation>{path}: no se puede escribir en el archivo o en su carpeta.</translation>
        </message>
        <message>
            <location filename="../../app/project/files.py" />
            <source>{path}: the project file is not there any more, so the change was not made.</source>
            <translation>{path}: el archivo del proyecto ya no está, así que el cambio no se hizo.</translation>
        </message>
        <message>
            <location filename="../../app/controllers/safekeeping.py" />
            <source>{path}: the project file is still not there.</source>
            <translation>{path}: el archivo del proyecto sigue sin estar.</translation>
        </message>
        <message>
            <location filename="../../app/project/files.py" />
            <source>{path}: the project was written by a newer version of this program (layout {version}, this one knows {known}).</source>
            <translation>{path}: el proyecto lo escribió una versión más nueva del programa (formato {version}, esta conoce {known}).</translation>
        </message>
        <message>
            <location filename="../../app/project/files.py" />
            <source>{path}: the tables of this file are not those of a project.</source>
            <translation>{path}: las tablas de este archivo no son las de un proyecto.</translation>
        </message>
        <message>
            <location filename="../../app/project/store.py" />
            <source>{path}: there is such a file already.</source>
            <translation>{path}: ya existe ese archivo.</translation>
        </message>
        <message>
            <location filename="../../app/project/files.py" />
            <source>{path}: this is not a project file, or its beginning is damaged.</source>
            <translation>{path}: no es un archivo de proyecto, o su comienzo está dañado.</translation>
        </message>
        <message>
            <location filename="../../app/project/files.py" />
            <source>{path}: this is not a project file.</source>
            <translation>{path}: no es un archivo de proyecto.</translation>
        </message>
        <message>
            <location filename="../../app/project/store.py" />
            <source>{path}: this is the open project itself.</source>
            <translation>{path}: es el propio proyecto abierto.</translation>
        </message>
        <message>
            <location filename="../../app/panels/instance_list.py" />
            <source>{placed} of {count}</source>
            <translation>{placed} de {count}</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>{project} · {when} · {phase}</source>
            <translation>{project} · {when} · {phase}</translation>
        </message>
        <message>
            <location filename="../../app/project/files.py" />
            <source>{project}: its folder cannot be written ({strerror}).</source>
            <translation>{project}: no se puede escribir en su carpeta ({strerror}).</translation>
        </message>
        <message>
            <location filename="../../app/project/files.py" />
            <source>{project}: the disk is full, so the project cannot be opened for editing.</source>
            <translation>{project}: el disco está lleno, así que el proyecto no se puede abrir para editarlo.</translation>
        </message>
        <message>
            <location filename="../../app/project/files.py" />
            <source>{project}: the project is open in another window{holder}.</source>
            <translation>{project}: el proyecto está abierto en otra ventana{holder}.</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>{prompt}, PCK@{threshold:g}</source>
            <translation>{prompt}, PCK@{threshold:g}</translation>
        </message>
        <message>
            <location filename="../../app/controllers/prelabel.py" />
            <source>{remove} removes a point, then {place} places it again.</source>
            <translation>{remove} quita un punto; después {place} lo coloca de nuevo.</translation>
        </message>
        <message>
            <location filename="../../app/controllers/checking.py" />
            <source>{seconds:.0f} s</source>
            <translation>{seconds:.0f} s</translation>
        </message>
        <message>
            <location filename="../../app/panels/status_line.py" />
            <source>{seconds:.0f} s ago</source>
            <translation>hace {seconds:.0f} s</translation>
        </message>
        <message>
            <location filename="../../app/panels/status_line.py" />
            <source>{seconds} s left</source>
            <translation>quedan {seconds} s</translation>
        </message>
        <message>
            <location filename="../../app/engine_service.py" />
            <source>{share:.0f} % hits</source>
            <translation>{share:.0f} % de aciertos</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/model_steps.py" />
            <source>{size} come over the network into {folder} and become a model folder there. It can be stopped and goes on where it was. Nothing of yours is sent. Without a network: fetch the file from that page on another computer, then use “Bring in a file…”.</source>
            <translation>{size} vienen por la red a {folder} y se convierten allí en una carpeta de modelo. Se puede detener y continúa donde estaba. No se envía nada suyo. Sin red: descargue el archivo de esa página en otro ordenador y use después «Traer un archivo…».</translation>
        </message>
        <message>
            <location filename="../../app/model_service.py" />
            <source>{size} to download</source>
            <translation>{size} por descargar</translation>
        </message>
        <message>
            <location filename="../../app/model_service.py" />
            <source>{size}, of which {part} are here</source>
            <translation>{size}, de los que {part} están aquí</translation>
        </message>
        <message>
            <location filename="../../app/model_service.py" />
            <source>{size}, {parameters:,.1f} million parameters stored as {dtype}</source>
            <translation>{size}, {parameters:,.1f} millones de parámetros guardados como {dtype}</translation>
        </message>
        <message>
            <location filename="../../app/controllers/safekeeping.py" />
            <source>{source} stays as it is. What was done before cannot be undone here.</source>
            <translation>{source} se queda como está. Lo hecho antes no se puede deshacer aquí.</translation>
        </message>
        <message>
            <location filename="../../app/project/files.py" />
            <source>{target}: the copy cannot be written ({strerror}).</source>
            <translation>{target}: no se puede escribir la copia ({strerror}).</translation>
        </message>
        <message>
            <location filename="../../app/model_service.py" />
            <source>{title} is damaged: {problems}</source>
            <translation>{title} está dañado: {problems}</translation>
        </message>
        <message>
            <location filename="../../app/model_service.py" />
            <source>{title} is not on this computer.</source>
            <translation>{title} no está en este ordenador.</translation>
        </message>
        <message>
            <location filename="../../app/model_service.py" />
            <source>{title} is ready: {size}.</source>
            <translation>{title} está listo: {size}.</translation>
        </message>
        <message>
            <location filename="../../app/model_service.py" />
            <source>{title} is removed: {size} freed.</source>
            <translation>{title} se quitó: {size} liberados.</translation>
        </message>
        <message>
            <location filename="../../app/model_service.py" />
            <source>{title} is whole.</source>
            <translation>{title} está íntegro.</translation>
        </message>
        <message>
            <location filename="../../app/jobs.py" />
            <source>{title}: something went wrong inside the program.</source>
            <translation>{title}: algo falló dentro del programa.</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/models_dialog.py" />
            <location filename="../../app/panels/status_line.py" />
            <source>{title}: stopping…</source>
            <translation>{title}: deteniendo…</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>{train} to learn from, {validation} to check with.</source>
            <translation>{train} para aprender, {validation} para comprobar.</translation>
        </message>
        <message>
            <location filename="../../app/engine_service.py" />
            <source>{used:,.0f} of {all:,.0f} MB</source>
            <translation>{used:,.0f} de {all:,.0f} MB</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>{what} ({count:,}) {fate}</source>
            <translation>{what} ({count:,}): {fate}</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_parts.py" />
            <source>“{object}” has no skeleton of its own. Nearest:</source>
            <translation>«{object}» no tiene esqueleto propio. Los más cercanos:</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/missing_dialog.py" />
            <source>… and {count:,} more</source>
            <translation>… y {count:,} más</translation>
        </message>
    </context>
</TS>
