<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
    <context>
        <name>errors</name>
        <message>
            <location filename="../../gkdt_core/formats/registry.py" />
            <source>"area" is missing or not above 0; OKS cannot be computed.</source>
            <translation>Falta "area" o no es mayor que 0; no se puede calcular OKS.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/yolo.py" />
            <source>"flip_idx" is not an order of the {0} keypoints, 0 to {1}.</source>
            <extracomment>{0} = count, {1} = count - 1</extracomment>
            <translation>"flip_idx" no es un orden de los {0} puntos clave, de 0 a {1}.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/registry.py" />
            <source>"iscrowd" is missing; pycocotools needs it.</source>
            <translation>Falta "iscrowd"; pycocotools lo necesita.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/yolo.py" />
            <source>"names" must number the classes 0 to {0}.</source>
            <extracomment>{0} = len(labels) - 1</extracomment>
            <translation>"names" debe numerar las clases de 0 a {0}.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/yolo.py" />
            <source>"nc" is {0}, but "names" has {1}.</source>
            <extracomment>{0} = content['nc'], {1} = len(labels)</extracomment>
            <translation>"nc" es {0}, pero "names" tiene {1}.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/registry.py" />
            <source>"num_keypoints" is {0}, but {1} are labelled.</source>
            <extracomment>{0} = said, {1} = labelled</extracomment>
            <translation>"num_keypoints" es {0}, pero hay {1} marcados.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/media/unpacked.py" />
            <source>"{0}" can only be shown smaller: every pixel of it takes {1} GB of disk space in "{2}" ({3}).</source>
            <extracomment>{0} = path, {1} = needed / 1000000000.0, {2} = folder(), {3} = error.strerror or error</extracomment>
            <translation>«{0}» solo se puede mostrar más pequeña: con todos sus píxeles ocupa {1} GB de disco en «{2}» ({3}).</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/library.py" />
            <source>"{0}" cannot be deleted: {1}</source>
            <extracomment>{0} = path, {1} = error</extracomment>
            <translation>«{0}» no se puede eliminar: {1}</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/unpacking.py" />
            <source>"{0}" cannot be made: {1}.</source>
            <extracomment>{0} = target.parent, {1} = error.strerror or error</extracomment>
            <translation>«{0}» no se puede crear: {1}.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/category_file.py" />
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <location filename="../../gkdt_core/formats/files.py" />
            <location filename="../../gkdt_core/formats/hdf5.py" />
            <location filename="../../gkdt_core/formats/nwb.py" />
            <location filename="../../gkdt_core/formats/registry.py" />
            <location filename="../../gkdt_core/prompt_files.py" />
            <source>"{0}" cannot be read: {1}.</source>
            <extracomment>{0} = path, {1} = reason</extracomment>
            <translation>«{0}» no se puede leer: {1}.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/staging.py" />
            <source>"{0}" cannot be the name of a file or folder: {1}</source>
            <extracomment>{0} = str(path)[:80], {1} = error</extracomment>
            <translation>«{0}» no puede ser el nombre de un archivo o carpeta: {1}</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/media/unpacked.py" />
            <source>"{0}" could not be unpacked.</source>
            <extracomment>{0} = self.path</extracomment>
            <translation>«{0}» no se pudo desempaquetar.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/tensor_file.py" />
            <source>"{0}" does not begin where the tensor before it ends</source>
            <extracomment>{0} = name[:80]</extracomment>
            <translation>«{0}» no empieza donde termina el tensor anterior</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/nwb.py" />
            <source>"{0}" does not fit its skeleton.</source>
            <extracomment>{0} = instance.name</extracomment>
            <translation>«{0}» no encaja en su esqueleto.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/library.py" />
            <source>"{0}" does not lie in the models folder {1}, so it is not deleted.</source>
            <extracomment>{0} = name, {1} = place</extracomment>
            <translation>«{0}» no está en la carpeta de modelos {1}, así que no se elimina.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/media/detail.py" />
            <source>"{0}" has changed since it was opened.</source>
            <extracomment>{0} = path</extracomment>
            <translation>«{0}» ha cambiado desde que se abrió.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/files.py" />
            <source>"{0}" has more than {1} files.</source>
            <extracomment>{0} = folder, {1} = MAX_FILES</extracomment>
            <translation>«{0}» tiene más de {1} archivos.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/deeplabcut.py" />
            <source>"{0}" has no CollectedData table.</source>
            <extracomment>{0} = path</extracomment>
            <translation>«{0}» no tiene ninguna tabla CollectedData.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/labelme.py" />
            <source>"{0}" has no LabelMe file{1}.</source>
            <extracomment>{0} = path, {1} = reason</extracomment>
            <translation>«{0}» no tiene ningún archivo de LabelMe{1}.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/tables.py" />
            <source>"{0}" has no columns image, keypoint, x and y.</source>
            <extracomment>{0} = path.name</extracomment>
            <translation>«{0}» no tiene las columnas image, keypoint, x e y.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/tables.py" />
            <source>"{0}" has no columns with positions.</source>
            <extracomment>{0} = path.name</extracomment>
            <translation>«{0}» no tiene columnas con posiciones.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/media/video_frames.py" />
            <source>"{0}" has no frame {1}.</source>
            <extracomment>{0} = self.path, {1} = self.index</extracomment>
            <translation>«{0}» no tiene el fotograma {1}.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/cvat.py" />
            <source>"{0}" has no keypoint "{1}".</source>
            <extracomment>{0} = name, {1} = keypoint</extracomment>
            <translation>«{0}» no tiene el punto clave «{1}».</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/yolo.py" />
            <source>"{0}" has no labels beside its images, or in a folder "labels".</source>
            <extracomment>{0} = root</extracomment>
            <translation>«{0}» no tiene anotaciones junto a sus imágenes ni en una carpeta "labels".</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/nwb.py" />
            <source>"{0}" has no labels of images (PoseTraining).</source>
            <extracomment>{0} = path.name</extracomment>
            <translation>«{0}» no tiene anotaciones de imágenes (PoseTraining).</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/deeplabcut.py" />
            <source>"{0}" has no labels.</source>
            <extracomment>{0} = path</extracomment>
            <translation>«{0}» no tiene anotaciones.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/tensor_file.py" />
            <source>"{0}" has no possible shape or place</source>
            <extracomment>{0} = name[:80]</extracomment>
            <translation>«{0}» no tiene una forma o un lugar posibles</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/tables.py" />
            <source>"{0}" has no rows below its header.</source>
            <extracomment>{0} = path.name</extracomment>
            <translation>«{0}» no tiene filas debajo del encabezado.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/cvat.py" />
            <source>"{0}" has no skeletons and no points.</source>
            <extracomment>{0} = path.name</extracomment>
            <translation>«{0}» no tiene esqueletos ni puntos.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/tensor_file.py" />
            <source>"{0}" has not the place that its shape needs</source>
            <extracomment>{0} = name[:80]</extracomment>
            <translation>«{0}» no tiene el lugar que su forma necesita</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>"{0}" has the id {1} twice.</source>
            <extracomment>{0} = section, {1} = identity</extracomment>
            <translation>«{0}» tiene dos veces el id {1}.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/deeplabcut.py" />
            <source>"{0}" has {1} DeepLabCut projects.</source>
            <extracomment>{0} = path, {1} = len(inside)</extracomment>
            <translation>«{0}» tiene {1} proyectos de DeepLabCut.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>"{0}" has {1} GB; files above {2} GB are not read.</source>
            <extracomment>{0} = path, {1} = size / 1000000000.0, {2} = MAX_BYTES / 1000000000.0</extracomment>
            <translation>«{0}» tiene {1} GB; no se leen archivos de más de {2} GB.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/files.py" />
            <source>"{0}" has {1} MB; such files above {2} MB are not read.</source>
            <extracomment>{0} = path, {1} = size / 1000000.0, {2} = limit / 1000000.0</extracomment>
            <translation>«{0}» tiene {1} MB; no se leen archivos así de más de {2} MB.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/finding.py" />
            <source>"{0}" has {1} files of annotations.</source>
            <extracomment>{0} = found[0].parent, {1} = len(found)</extracomment>
            <translation>«{0}» tiene {1} archivos de anotaciones.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/media/large.py" />
            <source>"{0}" has {1} x {2} px, and as {3} it cannot be opened in parts.</source>
            <extracomment>{0} = file.name, {1} = image.width, {2} = image.height, {3} = image.format</extracomment>
            <translation>"{0}" tiene {1} x {2} px y, como {3}, no se puede abrir por partes.</translation>
        </message>
        <message>
            <location filename="../../app/project/importing.py" />
            <source>"{0}" has {1} x {2} px, but its annotations say {3} x {4}. Its points may lie in the wrong place.</source>
            <extracomment>{0} = one.name, {1} = width, {2} = height, {3} = wide, {4} = high</extracomment>
            <translation>«{0}» tiene {1} x {2} px, pero sus anotaciones dicen {3} x {4}. Sus puntos pueden estar en un lugar equivocado.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/media/images.py" />
            <source>"{0}" has {1} x {2} px; above {3} px none is opened.</source>
            <extracomment>{0} = path, {1} = width, {2} = height, {3} = MAX_PIXELS</extracomment>
            <translation>«{0}» tiene {1} x {2} px; por encima de {3} px no se abre ninguna.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>"{0}" holds a number that is none: {1}.</source>
            <extracomment>{0} = path, {1} = error</extracomment>
            <translation>«{0}» contiene un número que no lo es: {1}.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/category_file.py" />
            <source>"{0}" holds no category with keypoints.</source>
            <extracomment>{0} = path.name</extracomment>
            <translation>«{0}» no contiene ninguna categoría con puntos clave.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/tables.py" />
            <source>"{0}" in column "{1}" is not a number; it counts as empty.</source>
            <extracomment>{0} = text[:50], {1} = key</extracomment>
            <translation>«{0}» en la columna "{1}" no es un número; cuenta como vacío.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/staging.py" />
            <source>"{0}" is a file, no folder.</source>
            <extracomment>{0} = directory</extracomment>
            <translation>«{0}» es un archivo, no una carpeta.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/media/images.py" />
            <source>"{0}" is a file, not a folder.</source>
            <extracomment>{0} = folder</extracomment>
            <translation>«{0}» es un archivo, no una carpeta.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/media/images.py" />
            <source>"{0}" is a folder, not an image.</source>
            <extracomment>{0} = path</extracomment>
            <translation>«{0}» es una carpeta, no una imagen.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/staging.py" />
            <source>"{0}" is a link that leads nowhere.</source>
            <extracomment>{0} = directory</extracomment>
            <translation>«{0}» es un enlace que no lleva a ninguna parte.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/media/images.py" />
            <source>"{0}" is an empty file.</source>
            <extracomment>{0} = path</extracomment>
            <translation>«{0}» es un archivo vacío.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/staging.py" />
            <source>"{0}" is being written by another program.</source>
            <extracomment>{0} = directory</extracomment>
            <translation>Otro programa está escribiendo «{0}».</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/media/images.py" />
            <source>"{0}" is damaged or incomplete and cannot be read ({1}).</source>
            <extracomment>{0} = path, {1} = error</extracomment>
            <translation>«{0}» está dañado o incompleto y no se puede leer ({1}).</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/registry.py" />
            <source>"{0}" is empty</source>
            <extracomment>{0} = name</extracomment>
            <translation>«{0}» está vacío</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/deeplabcut.py" />
            <source>"{0}" is missing.</source>
            <extracomment>{0} = key</extracomment>
            <translation>Falta «{0}».</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/labelme.py" />
            <source>"{0}" is missing; LabelMe refuses the file.</source>
            <extracomment>{0} = key</extracomment>
            <translation>Falta «{0}»; LabelMe rechaza el archivo.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>"{0}" is nested too deeply to be an annotation file.</source>
            <extracomment>{0} = path</extracomment>
            <translation>«{0}» está anidado con demasiada profundidad para ser un archivo de anotaciones.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/category_file.py" />
            <source>"{0}" is no JSON file: {1}.</source>
            <extracomment>{0} = path.name, {1} = error</extracomment>
            <translation>«{0}» no es un archivo JSON: {1}.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/locate.py" />
            <source>"{0}" is no model directory: it needs {1} and {2}.</source>
            <extracomment>{0} = path, {1} = CONFIG_FILE, {2} = WEIGHTS_FILE</extracomment>
            <translation>«{0}» no es una carpeta de modelo: necesita {1} y {2}.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/registry.py" />
            <source>"{0}" is no name for a model</source>
            <extracomment>{0} = name</extracomment>
            <translation>«{0}» no es un nombre para un modelo</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/unpacking.py" />
            <source>"{0}" is no name of an image file.</source>
            <extracomment>{0} = target.name</extracomment>
            <translation>«{0}» no es el nombre de un archivo de imagen.</translation>
        </message>
        <message>
            <location filename="../../app/controllers/prompt_files.py" />
            <location filename="../../gkdt_core/prompt_files.py" />
            <source>"{0}" is no sound prompt file: {1}.</source>
            <extracomment>{0} = path.name, {1} = wrong</extracomment>
            <translation>«{0}» no es un archivo de prompt válido: {1}.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/tables.py" />
            <source>"{0}" is no state of an image; it counts as none.</source>
            <extracomment>{0} = said[:50]</extracomment>
            <translation>«{0}» no es un estado de una imagen; cuenta como ninguno.</translation>
        </message>
        <message>
            <location filename="../../trainer/text_prompts.py" />
            <source>"{0}" is no text template.</source>
            <extracomment>{0} = template</extracomment>
            <translation>«{0}» no es una plantilla de texto.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/tables.py" />
            <source>"{0}" is nobody who places points; it counts as not said.</source>
            <extracomment>{0} = said[:50]</extracomment>
            <translation>«{0}» no es quien coloca puntos; cuenta como no indicado.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/inference/devices.py" />
            <source>"{0}" is not a device.</source>
            <extracomment>{0} = name</extracomment>
            <translation>«{0}» no es un dispositivo.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/locate.py" />
            <source>"{0}" is not a kind of file that holds a model.</source>
            <extracomment>{0} = path.name</extracomment>
            <translation>«{0}» no es un tipo de archivo que contenga un modelo.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/files.py" />
            <source>"{0}" is not a list of settings.</source>
            <extracomment>{0} = path</extracomment>
            <translation>«{0}» no es una lista de ajustes.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>"{0}" is not a list.</source>
            <extracomment>{0} = section</extracomment>
            <translation>«{0}» no es una lista.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/deeplabcut.py" />
            <source>"{0}" is not a number; it counts as not labelled.</source>
            <extracomment>{0} = cell[:50]</extracomment>
            <translation>«{0}» no es un número; cuenta como sin marcar.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/files.py" />
            <source>"{0}" is not a table: {1}.</source>
            <extracomment>{0} = path, {1} = error</extracomment>
            <translation>«{0}» no es una tabla: {1}.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <location filename="../../gkdt_core/formats/files.py" />
            <source>"{0}" is not a text file in UTF-8.</source>
            <extracomment>{0} = path</extracomment>
            <translation>«{0}» no es un archivo de texto en UTF-8.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/media/images.py" />
            <source>"{0}" is not a usable file name: {1}.</source>
            <extracomment>{0} = path, {1} = error</extracomment>
            <translation>«{0}» no es un nombre de archivo utilizable: {1}.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/media/images.py" />
            <source>"{0}" is not an image that can be read.</source>
            <extracomment>{0} = path</extracomment>
            <translation>«{0}» no es una imagen que se pueda leer.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/convert.py" />
            <source>"{0}" is not an official checkpoint.</source>
            <extracomment>{0} = file</extracomment>
            <translation>«{0}» no es un punto de control oficial.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/tensor_file.py" />
            <source>"{0}" is not described</source>
            <extracomment>{0} = name[:80]</extracomment>
            <translation>«{0}» no está descrito</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/cvat.py" />
            <source>"{0}" is not made of numbers.</source>
            <extracomment>{0} = item.label</extracomment>
            <translation>«{0}» no está hecho de números.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/registry.py" />
            <source>"{0}" is not one of the released GKDT models.</source>
            <extracomment>{0} = name</extracomment>
            <translation>«{0}» no es uno de los modelos publicados de GKDT.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/cvat.py" />
            <source>"{0}" is not one point.</source>
            <extracomment>{0} = keypoint</extracomment>
            <translation>«{0}» no es un solo punto.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/files.py" />
            <source>"{0}" is not plain YAML: {1}.</source>
            <extracomment>{0} = path, {1} = reason</extracomment>
            <translation>«{0}» no es YAML simple: {1}.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>"{0}" is not valid JSON: {1} in line {2}, column {3}.</source>
            <extracomment>{0} = path, {1} = error.msg, {2} = error.lineno, {3} = error.colno</extracomment>
            <translation>«{0}» no es JSON válido: {1} en la línea {2}, columna {3}.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/files.py" />
            <source>"{0}" is not valid JSON: {1}.</source>
            <extracomment>{0} = path, {1} = error</extracomment>
            <translation>«{0}» no es JSON válido: {1}.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/files.py" />
            <source>"{0}" is there already and is not an empty folder.</source>
            <extracomment>{0} = target</extracomment>
            <translation>«{0}» ya existe y no es una carpeta vacía.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/tables.py" />
            <source>"{0}" is there already; number the instances in a column "instance".</source>
            <extracomment>{0} = name</extracomment>
            <translation>«{0}» ya está; numere las instancias en una columna "instance".</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/registry.py" />
            <source>"{0}" is there twice</source>
            <extracomment>{0} = model.name</extracomment>
            <translation>«{0}» está dos veces</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/cvat.py" />
            <source>"{0}" is there twice; the first counts.</source>
            <extracomment>{0} = keypoint</extracomment>
            <translation>«{0}» está dos veces; cuenta el primero.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/category_file.py" />
            <source>"{0}" is too large for a category.</source>
            <extracomment>{0} = path.name</extracomment>
            <translation>«{0}» es demasiado grande para una categoría.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/yolo.py" />
            <source>"{0}" names "{1}", which is not in its folder.</source>
            <extracomment>{0} = split, {1} = name[:200]</extracomment>
            <translation>«{0}» nombra «{1}», que no está en su carpeta.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/yolo.py" />
            <source>"{0}" names no folder of this dataset.</source>
            <extracomment>{0} = split</extracomment>
            <translation>«{0}» no nombra ninguna carpeta de este conjunto de datos.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/prompt_files.py" />
            <source>"{0}" needs the image "{1}", which is not there.</source>
            <extracomment>{0} = path.name, {1} = name</extracomment>
            <translation>«{0}» necesita la imagen «{1}», que no está.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/registry.py" />
            <source>"{0}" of {1} is no owner and name</source>
            <extracomment>{0} = repo, {1} = name</extracomment>
            <translation>«{0}» de {1} no es un propietario y un nombre</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/cvat.py" />
            <source>"{0}" starts with &lt;{1}&gt;, not &lt;annotations&gt;.</source>
            <extracomment>{0} = path.name, {1} = root.tag</extracomment>
            <translation>«{0}» empieza por &lt;{1}&gt;, no por &lt;annotations&gt;.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/writing.py" />
            <source>"{0}" was not written: a field holds something that JSON cannot say ({1}).</source>
            <extracomment>{0} = path, {1} = error</extracomment>
            <translation>«{0}» no se escribió: un campo contiene algo que JSON no puede expresar ({1}).</translation>
        </message>
        <message>
            <location filename="../../app/project/exporting.py" />
            <source>"{0}" was not written: reading it again gave something else.</source>
            <extracomment>{0} = path</extracomment>
            <translation>«{0}» no se escribió: al volver a leerlo, salió otra cosa.</translation>
        </message>
        <message>
            <location filename="../../app/project/comparing.py" />
            <location filename="../../app/project/exporting.py" />
            <location filename="../../gkdt_core/formats/coco/writing.py" />
            <location filename="../../gkdt_core/formats/files.py" />
            <source>"{0}" was not written: {1}.</source>
            <extracomment>{0} = path, {1} = error.strerror or error</extracomment>
            <translation>«{0}» no se escribió: {1}.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/prompt_files.py" />
            <source>"{0}" was written by a newer version of this program.</source>
            <extracomment>{0} = path.name</extracomment>
            <translation>«{0}» se escribió con una versión más reciente de este programa.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/category_file.py" />
            <source>"{0}": the category makes no sense ({1}).</source>
            <extracomment>{0} = path.name, {1} = error</extracomment>
            <translation>«{0}»: la categoría no tiene sentido ({1}).</translation>
        </message>
        <message>
            <location filename="../../trainer/commands.py" />
            <source>--only names datasets of MegaKPT.</source>
            <translation>--only nombra conjuntos de datos de MegaKPT.</translation>
        </message>
        <message>
            <location filename="../../trainer/commands.py" />
            <source>--out {0}: no folder can be made there ({1}).</source>
            <extracomment>{0} = out, {1} = error.strerror</extracomment>
            <translation>--out {0}: no se puede crear una carpeta ahí ({1}).</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/category_file.py" />
            <source>A category is an object with "name" and a list of "keypoints".</source>
            <translation>Una categoría es un objeto con "name" y una lista de "keypoints".</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/domain.py" />
            <source>A category needs a name.</source>
            <translation>Una categoría necesita un nombre.</translation>
        </message>
        <message>
            <location filename="../../trainer/data/dataset.py" />
            <source>A dataset is a folder with "images" and "annotations/{0}.json".</source>
            <extracomment>{0} = split</extracomment>
            <translation>Un conjunto de datos es una carpeta con "images" y "annotations/{0}.json".</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/domain.py" />
            <source>A keypoint that is not labelled has a position.</source>
            <translation>Un punto clave sin marcar tiene una posición.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/domain.py" />
            <source>A labelled keypoint has no position.</source>
            <translation>Un punto clave marcado no tiene posición.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/prompt_files.py" />
            <source>A prompt file travels with the folder of its images.</source>
            <translation>Un archivo de prompt viaja con la carpeta de sus imágenes.</translation>
        </message>
        <message>
            <location filename="../../trainer/loop.py" />
            <source>A step of {0} episodes cannot be shared by {1} process(es) in {2} part(s) each.</source>
            <extracomment>{0} = config.episodes_per_step, {1} = place.count, {2} = config.accumulate</extracomment>
            <translation>Un paso de {0} episodios no se puede repartir entre {1} proceso(s) en {2} parte(s) cada uno.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/download.py" />
            <source>Accept them on the page, log in with `hf auth login` or set HF_TOKEN, and try again. {0}</source>
            <extracomment>{0} = by_hand(model)</extracomment>
            <translation>Acéptelas en la página, inicie sesión con `hf auth login` o defina HF_TOKEN, e inténtelo de nuevo. {0}</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/categories.py" />
            <source>Add "keypoints" with the name of each keypoint.</source>
            <translation>Añada "keypoints" con el nombre de cada punto clave.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/categories.py" />
            <source>Add "name" with the name of the object.</source>
            <translation>Añada "name" con el nombre del objeto.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/domain.py" />
            <source>Add at least one keypoint name.</source>
            <translation>Añada al menos el nombre de un punto clave.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/dataset.py" />
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>Add the category to "categories", or remove the annotation.</source>
            <translation>Añada la categoría a "categories" o quite la anotación.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/dataset.py" />
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>Add the image to "images", or remove the annotation.</source>
            <translation>Añada la imagen a "images" o quite la anotación.</translation>
        </message>
        <message>
            <location filename="../../app/project/files.py" />
            <source>Allow writing there, or save a copy in a folder of yours and work on that.</source>
            <translation>Permita escribir allí, o guarde una copia en una carpeta suya y trabaje con ella.</translation>
        </message>
        <message>
            <location filename="../../trainer/data/sampling.py" />
            <source>An episode of {0} instances is none.</source>
            <extracomment>{0} = episode_size</extracomment>
            <translation>Un episodio de {0} instancias no es un episodio.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/dataset.py" />
            <source>Annotation {0} has another skeleton than its category "{1}".</source>
            <extracomment>{0} = annotation.id, {1} = by_id[annotation.category_id].name</extracomment>
            <translation>La anotación {0} tiene un esqueleto distinto del de su categoría «{1}».</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/dataset.py" />
            <source>Annotation {0} names category {1}, which has no keypoints or is not there.</source>
            <extracomment>{0} = annotation.id, {1} = annotation.category_id</extracomment>
            <translation>La anotación {0} nombra la categoría {1}, que no tiene puntos clave o no está.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/dataset.py" />
            <source>Annotation {0} names image {1}, which is not there.</source>
            <extracomment>{0} = annotation.id, {1} = annotation.image_id</extracomment>
            <translation>La anotación {0} nombra la imagen {1}, que no está.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/prompt_files.py" />
            <source>Ask whoever made it for a new one, written by this program.</source>
            <translation>Pida a quien lo hizo uno nuevo, escrito por este programa.</translation>
        </message>
        <message>
            <location filename="../../trainer/calibration.py" />
            <source>At least {0} are needed.</source>
            <extracomment>{0} = _FEWEST</extracomment>
            <translation>Se necesitan al menos {0}.</translation>
        </message>
        <message>
            <location filename="../../app/project/files.py" />
            <source>Backups are in {0}.</source>
            <extracomment>{0} = backup_folder(path)</extracomment>
            <translation>Las copias de seguridad están en {0}.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/inference/devices.py" />
            <source>CUDA cannot be used here: no card answers.</source>
            <translation>CUDA no se puede usar aquí: ninguna tarjeta responde.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/inference/devices.py" />
            <source>CUDA cannot be used here: this torch is built without it.</source>
            <translation>CUDA no se puede usar aquí: este torch está compilado sin ella.</translation>
        </message>
        <message>
            <location filename="../../packaging/messages.py" />
            <source>Cannot allocate memory</source>
            <translation>No hay memoria suficiente</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/domain.py" />
            <source>Category "{0}" has a keypoint without a name.</source>
            <extracomment>{0} = self.name</extracomment>
            <translation>La categoría «{0}» tiene un punto clave sin nombre.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/domain.py" />
            <source>Category "{0}" has no keypoints.</source>
            <extracomment>{0} = self.name</extracomment>
            <translation>La categoría «{0}» no tiene puntos clave.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/domain.py" />
            <source>Category "{0}" has the keypoint "{1}" twice.</source>
            <extracomment>{0} = self.name, {1} = keypoint</extracomment>
            <translation>La categoría «{0}» tiene dos veces el punto clave «{1}».</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/domain.py" />
            <source>Category "{0}": "{1}" is in two left-right pairs.</source>
            <extracomment>{0} = self.name, {1} = twice</extracomment>
            <translation>Categoría «{0}»: «{1}» está en dos pares izquierda-derecha.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/domain.py" />
            <source>Category "{0}": its {1} colours are not one "#rrggbb" for each of its {2} keypoints.</source>
            <extracomment>{0} = self.name, {1} = len(self.colours), {2} = count</extracomment>
            <translation>Categoría «{0}»: sus {1} colores no son un "#rrggbb" para cada uno de sus {2} puntos clave.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/domain.py" />
            <source>Category "{0}": the {1} {2}-{3} does not join two of its {4} keypoints.</source>
            <extracomment>{0} = self.name, {1} = kind, {2} = a + 1, {3} = b + 1, {4} = count</extracomment>
            <translation>Categoría «{0}»: {1} {2}-{3} no une dos de sus {4} puntos clave.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/media/images.py" />
            <source>Check its name and place.</source>
            <translation>Compruebe su nombre y su lugar.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <location filename="../../gkdt_core/formats/files.py" />
            <source>Check its name, place and permissions.</source>
            <translation>Compruebe su nombre, su lugar y sus permisos.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/media/images.py" />
            <source>Check its permissions, and that its drive is connected.</source>
            <translation>Compruebe sus permisos y que su unidad está conectada.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/media/video_frames.py" />
            <source>Check that it is the right video.</source>
            <translation>Compruebe que es el vídeo correcto.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/hdf5.py" />
            <source>Check that it is whole, and save it again.</source>
            <translation>Compruebe que está completo y guárdelo de nuevo.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/nwb.py" />
            <location filename="../../gkdt_core/media/video_frames.py" />
            <source>Check that it is whole.</source>
            <translation>Compruebe que está completo.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/prompt_files.py" />
            <source>Check that its images are where they were, and choose a folder that you may write to.</source>
            <translation>Compruebe que sus imágenes siguen en su lugar y elija una carpeta en la que pueda escribir.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/directory.py" />
            <location filename="../../gkdt_core/weights/tensor_file.py" />
            <source>Check that the file is there and may be read.</source>
            <translation>Compruebe que el archivo está y que se puede leer.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/directory.py" />
            <location filename="../../gkdt_core/weights/download.py" />
            <source>Check that the folder may be written to and the disk has room.</source>
            <translation>Compruebe que se puede escribir en la carpeta y que hay espacio en el disco.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/category_file.py" />
            <location filename="../../gkdt_core/prompt_files.py" />
            <source>Check the file and its permissions.</source>
            <translation>Compruebe el archivo y sus permisos.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/media/images.py" />
            <source>Check the file, and that its drive is connected.</source>
            <translation>Compruebe el archivo y que su unidad está conectada.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/writing.py" />
            <location filename="../../gkdt_core/formats/files.py" />
            <source>Check the free space and your permission to write there, or choose another place.</source>
            <translation>Compruebe el espacio libre y su permiso para escribir allí, o elija otro lugar.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/registry.py" />
            <source>Check the path.</source>
            <translation>Compruebe la ruta.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/registry.py" />
            <source>Check your permission to read it.</source>
            <translation>Compruebe su permiso para leerlo.</translation>
        </message>
        <message>
            <location filename="../../app/project/comparing.py" />
            <location filename="../../app/project/exporting.py" />
            <source>Check your permission to write there, or choose another place.</source>
            <translation>Compruebe su permiso para escribir allí, o elija otro lugar.</translation>
        </message>
        <message>
            <location filename="../../trainer/loop.py" />
            <source>Choose --batch {0} or more.</source>
            <extracomment>{0} = parts</extracomment>
            <translation>Elija --batch {0} o más.</translation>
        </message>
        <message>
            <location filename="../../trainer/processes.py" />
            <source>Choose --precision fp32.</source>
            <translation>Elija --precision fp32.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/convert.py" />
            <source>Choose a *.best file.</source>
            <translation>Elija un archivo *.best.</translation>
        </message>
        <message>
            <location filename="../../app/project/files.py" />
            <source>Choose a *.gkdt file, or a backup in {0}.</source>
            <extracomment>{0} = backup_folder(path)</extracomment>
            <translation>Elija un archivo *.gkdt o una copia de seguridad de {0}.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>Choose a COCO keypoint file.</source>
            <translation>Elija un archivo COCO de puntos clave.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>Choose a COCO keypoint file; it has images, annotations and categories.</source>
            <translation>Elija un archivo COCO de puntos clave; tiene imágenes, anotaciones y categorías.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/deeplabcut.py" />
            <source>Choose a DeepLabCut project.</source>
            <translation>Elija un proyecto de DeepLabCut.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/official.py" />
            <source>Choose a GKDT checkpoint (*.best).</source>
            <translation>Elija un punto de control de GKDT (*.best).</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/yolo.py" />
            <source>Choose a YOLO-pose dataset.</source>
            <translation>Elija un conjunto de datos YOLO-pose.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/media/images.py" />
            <source>Choose a file in it.</source>
            <translation>Elija un archivo que esté dentro.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/registry.py" />
            <source>Choose a file or folder of one of these: COCO keypoints, YOLO-pose, DeepLabCut, LabelMe, CVAT XML, CSV, SLEAP or NWB.</source>
            <translation>Elija un archivo o una carpeta de uno de estos: Puntos clave COCO, YOLO-pose, DeepLabCut, LabelMe, CVAT XML, CSV, SLEAP o NWB.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/category_file.py" />
            <source>Choose a file that this program has exported.</source>
            <translation>Elija un archivo que haya exportado este programa.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/category_file.py" />
            <source>Choose a folder that you may write to, with room on its drive.</source>
            <translation>Elija una carpeta en la que pueda escribir y con espacio en su unidad.</translation>
        </message>
        <message>
            <location filename="../../app/project/database.py" />
            <source>Choose a folder that you may write to.</source>
            <translation>Elija una carpeta en la que pueda escribir.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/locate.py" />
            <source>Choose a model directory or an official checkpoint (*.best).</source>
            <translation>Elija una carpeta de modelo o un punto de control oficial (*.best).</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/files.py" />
            <source>Choose a new folder; what is there is left as it is.</source>
            <translation>Elija una carpeta nueva; lo que hay se deja como está.</translation>
        </message>
        <message>
            <location filename="../../app/project/comparing.py" />
            <source>Choose a project (*.gkdt) or a COCO file.</source>
            <translation>Elija un proyecto (*.gkdt) o un archivo COCO.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/deeplabcut.py" />
            <source>Choose a table of DeepLabCut or Lightning Pose.</source>
            <translation>Elija una tabla de DeepLabCut o de Lightning Pose.</translation>
        </message>
        <message>
            <location filename="../../trainer/options.py" />
            <source>Choose another file.</source>
            <translation>Elija otro archivo.</translation>
        </message>
        <message>
            <location filename="../../trainer/commands.py" />
            <source>Choose another folder for --out.</source>
            <translation>Elija otra carpeta para --out.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/unpacking.py" />
            <location filename="../../gkdt_core/weights/staging.py" />
            <location filename="../../trainer/commands.py" />
            <source>Choose another folder.</source>
            <translation>Elija otra carpeta.</translation>
        </message>
        <message>
            <location filename="../../app/project/other_formats.py" />
            <source>Choose another format.</source>
            <translation>Elija otro formato.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/staging.py" />
            <source>Choose another name.</source>
            <translation>Elija otro nombre.</translation>
        </message>
        <message>
            <location filename="../../trainer/run_state.py" />
            <source>Choose another output folder, or the settings of the first run.</source>
            <translation>Elija otra carpeta de salida, o los ajustes del primer entrenamiento.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/inference/engine.py" />
            <source>Choose another precision: auto, or fp32.</source>
            <translation>Elija otra precisión: auto o fp32.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/tables.py" />
            <source>Choose another table.</source>
            <translation>Elija otra tabla.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/staging.py" />
            <source>Choose another.</source>
            <translation>Elija otro.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/inference/devices.py" />
            <source>Choose auto or cpu.</source>
            <translation>Elija auto o cpu.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/inference/devices.py" />
            <source>Choose auto, cpu or cuda.</source>
            <translation>Elija auto, cpu o cuda.</translation>
        </message>
        <message>
            <location filename="../../trainer/processes.py" />
            <source>Choose bf16 or fp32.</source>
            <translation>Elija bf16 o fp32.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/labelme.py" />
            <source>Choose its folder, or one file.</source>
            <translation>Elija su carpeta o un solo archivo.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/deeplabcut.py" />
            <location filename="../../gkdt_core/formats/finding.py" />
            <source>Choose one of them: {0}</source>
            <extracomment>{0} = names</extracomment>
            <translation>Elija uno de ellos: {0}</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/deeplabcut.py" />
            <location filename="../../gkdt_core/formats/finding.py" />
            <source>Choose one of them: {0}, …</source>
            <extracomment>{0} = names</extracomment>
            <translation>Elija uno de ellos: {0}, …</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/convert.py" />
            <source>Choose one of {0}.</source>
            <extracomment>{0} = ', '.join(_DTYPES)</extracomment>
            <translation>Elija uno de {0}.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>Choose the annotation file (.json), or save it as UTF-8.</source>
            <translation>Elija el archivo de anotaciones (.json) o guárdelo como UTF-8.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/domain.py" />
            <source>Choose the colours again.</source>
            <translation>Elija de nuevo los colores.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>Choose the dataset file that the results belong to.</source>
            <translation>Elija el archivo del conjunto de datos al que pertenecen los resultados.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/files.py" />
            <source>Choose the dataset's own folder.</source>
            <translation>Elija la carpeta propia del conjunto de datos.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/convert.py" />
            <source>Choose the file of that model, or leave out which released model it is.</source>
            <translation>Elija el archivo de ese modelo, o no indique qué modelo publicado es.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/files.py" />
            <source>Choose the folder of a dataset.</source>
            <translation>Elija la carpeta de un conjunto de datos.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/yolo.py" />
            <source>Choose the folder of the dataset, or its {0}.</source>
            <extracomment>{0} = SETTINGS</extracomment>
            <translation>Elija la carpeta del conjunto de datos o su {0}.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/media/images.py" />
            <source>Choose the folder that contains it.</source>
            <translation>Elija la carpeta que lo contiene.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/registry.py" />
            <source>Choose the folder that has "images" and "labels" in it.</source>
            <translation>Elija la carpeta que contiene «images» y «labels».</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/locate.py" />
            <source>Choose the folder that holds both files.</source>
            <translation>Elija la carpeta que contiene ambos archivos.</translation>
        </message>
        <message>
            <location filename="../../app/project/importing.py" />
            <source>Choose the folder that the image names in the file start from.</source>
            <translation>Elija la carpeta desde la que parten los nombres de imagen del archivo.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/deeplabcut.py" />
            <source>Choose the project's folder.</source>
            <translation>Elija la carpeta del proyecto.</translation>
        </message>
        <message>
            <location filename="../../app/project/comparing.py" />
            <source>Choose two different files.</source>
            <translation>Elija dos archivos distintos.</translation>
        </message>
        <message>
            <location filename="../../trainer/loop.py" />
            <source>Choose {0} (the same result, slower), or {1}.</source>
            <extracomment>{0} = ', '.join(remedies[:-1]), {1} = remedies[-1]</extracomment>
            <translation>Elija {0} (el mismo resultado, más lento) o {1}.</translation>
        </message>
        <message>
            <location filename="../../trainer/loop.py" />
            <source>Choose {0}, or --tune heads.</source>
            <extracomment>{0} = remedies[-1]</extracomment>
            <translation>Elija {0} o --tune heads.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/inference/batches.py" />
            <source>Close other programs that use it, or choose the CPU (--device cpu).</source>
            <translation>Cierre otros programas que la usen o elija la CPU (--device cpu).</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/media/images.py" />
            <source>Close other programs, or shrink the picture.</source>
            <translation>Cierre otros programas o reduzca la imagen.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>Close other programs, or split the file.</source>
            <translation>Cierre otros programas o divida el archivo.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/inference/batches.py" />
            <source>Close other programs.</source>
            <translation>Cierre otros programas.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/library.py" />
            <source>Close the programs that use it, then try again.</source>
            <translation>Cierre los programas que lo usan e inténtelo de nuevo.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/verify.py" />
            <source>Convert it with `gkdt models convert`, then verify the folder.</source>
            <translation>Conviértalo con `gkdt models convert` y después verifique la carpeta.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/media/images.py" />
            <source>Copy it again from where it came from, or remove it from the project.</source>
            <translation>Cópielo de nuevo desde su origen o quítelo del proyecto.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/media/images.py" />
            <source>Copy it again from where it came from.</source>
            <translation>Cópielo de nuevo desde su origen.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <location filename="../../gkdt_core/formats/files.py" />
            <source>Correct it, or remove it.</source>
            <translation>Corríjalo o quítelo.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/yolo.py" />
            <source>Correct it.</source>
            <translation>Corríjalo.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/category_file.py" />
            <source>Correct the file.</source>
            <translation>Corrija el archivo.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/inference/devices.py" />
            <source>Count from cuda:0.</source>
            <translation>Cuente desde cuda:0.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/library.py" />
            <source>Delete it in your file manager, if that is what you want.</source>
            <translation>Elimínelo en su gestor de archivos, si es lo que desea.</translation>
        </message>
        <message>
            <location filename="../../trainer/run_state.py" />
            <source>Delete it, or leave out --resume, to start anew.</source>
            <translation>Elimínelo, o no ponga --resume, para empezar de nuevo.</translation>
        </message>
        <message>
            <location filename="../../packaging/messages.py" />
            <source>Device or resource busy</source>
            <translation>El dispositivo o recurso está ocupado</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/schemas.py" />
            <source>Did you mean {0}?</source>
            <extracomment>{0} = ' or '.join(near)</extracomment>
            <translation>¿Quería decir {0}?</translation>
        </message>
        <message>
            <location filename="../../packaging/messages.py" />
            <source>Directory not empty</source>
            <translation>La carpeta no está vacía</translation>
        </message>
        <message>
            <location filename="../../packaging/messages.py" />
            <source>Disk quota exceeded</source>
            <translation>Se ha superado la cuota de disco</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/download.py" />
            <source>Download it again; if it happens again, tell who runs your network.</source>
            <translation>Descárguelo de nuevo; si vuelve a ocurrir, avise a quien administra su red.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>Each is "human", "model", "carried" or "".</source>
            <translation>Cada uno es "human", "model", "carried" o "".</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>Every image, category and annotation needs its ids.</source>
            <translation>Cada imagen, categoría y anotación necesita sus identificadores.</translation>
        </message>
        <message>
            <location filename="../../packaging/messages.py" />
            <source>Expecting ',' delimiter</source>
            <translation>se esperaba una coma</translation>
        </message>
        <message>
            <location filename="../../packaging/messages.py" />
            <source>Expecting ':' delimiter</source>
            <translation>se esperaban dos puntos</translation>
        </message>
        <message>
            <location filename="../../packaging/messages.py" />
            <source>Expecting property name enclosed in double quotes</source>
            <translation>se esperaba un nombre entre comillas dobles</translation>
        </message>
        <message>
            <location filename="../../packaging/messages.py" />
            <source>Expecting value</source>
            <translation>se esperaba un valor</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/cvat.py" />
            <source>Export as "CVAT for images 1.1".</source>
            <translation>Exporte como "CVAT for images 1.1".</translation>
        </message>
        <message>
            <location filename="../../app/project/exporting.py" />
            <source>Export from projects with the images of one drive each.</source>
            <translation>Exporte desde proyectos con las imágenes de una sola unidad cada uno.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>Export it again, or correct that place in a text editor.</source>
            <translation>Expórtelo de nuevo o corrija ese lugar en un editor de texto.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/files.py" />
            <source>Export it again.</source>
            <translation>Expórtelo de nuevo.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>Export the file again, or remove the entry.</source>
            <translation>Exporte de nuevo el archivo o quite la entrada.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>Export the file again.</source>
            <translation>Exporte de nuevo el archivo.</translation>
        </message>
        <message>
            <location filename="../../packaging/messages.py" />
            <source>Extra data</source>
            <translation>sobran datos</translation>
        </message>
        <message>
            <location filename="../../packaging/messages.py" />
            <source>File exists</source>
            <translation>El archivo ya existe</translation>
        </message>
        <message>
            <location filename="../../packaging/messages.py" />
            <source>File name too long</source>
            <translation>El nombre del archivo es demasiado largo</translation>
        </message>
        <message>
            <location filename="../../app/project/backups.py" />
            <source>Free some space on that disk.</source>
            <translation>Libere espacio en ese disco.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/media/unpacked.py" />
            <source>Free space on that disk, or save the picture as a PNG or TIFF, which need none.</source>
            <translation>Libere espacio en ese disco, o guarde la imagen como PNG o TIFF, que no lo necesitan.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/staging.py" />
            <source>Free that much, or choose a folder on another disk.</source>
            <translation>Libere ese espacio o elija una carpeta de otro disco.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/pickles.py" />
            <source>GKDT checkpoint</source>
            <translation>punto de control de GKDT</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/dataset.py" />
            <source>Give "file_name" relative to the folder of the images, without "..".</source>
            <translation>Indique "file_name" relativo a la carpeta de las imágenes, sin "..".</translation>
        </message>
        <message>
            <location filename="../../trainer/commands.py" />
            <source>Give --data or --megakpt.</source>
            <translation>Indique --data o --megakpt.</translation>
        </message>
        <message>
            <location filename="../../trainer/commands.py" />
            <source>Give --megakpt too, or leave it out.</source>
            <translation>Indique también --megakpt o no la ponga.</translation>
        </message>
        <message>
            <location filename="../../trainer/run_state.py" />
            <source>Give --model what the first run had, or choose another output folder.</source>
            <translation>Indique en --model lo que tuvo el primer entrenamiento, o elija otra carpeta de salida.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>Give a box that has an end.</source>
            <translation>Indique un recuadro con límites.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/locate.py" />
            <source>Give a model directory, a *.best file, or one of the known names: {0}.</source>
            <extracomment>{0} = known</extracomment>
            <translation>Indique una carpeta de modelo, un archivo *.best o uno de los nombres conocidos: {0}.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>Give a number, or 0, 0, 0 for a keypoint that is not labelled.</source>
            <translation>Indique un número, o 0, 0, 0 para un punto clave sin marcar.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>Give a number, or null where there is none.</source>
            <translation>Indique un número, o null donde no lo haya.</translation>
        </message>
        <message>
            <location filename="../../trainer/config.py" />
            <source>Give at least {{k}}.</source>
            <translation>Indique al menos {{k}}.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/dataset.py" />
            <source>Give both the same keypoints, edges and pairs.</source>
            <translation>Dé a ambas los mismos puntos clave, líneas y pares.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/inference/prompt.py" />
            <source>Give every keypoint a name and a place in every support's points (unmarked where unseen).</source>
            <translation>Dé a cada punto clave un nombre y un lugar entre los puntos de cada ejemplo (sin marcar donde no se ve).</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/domain.py" />
            <location filename="../../gkdt_core/inference/prompt.py" />
            <source>Give every keypoint a name.</source>
            <translation>Dé un nombre a cada punto clave.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/categories.py" />
            <source>Give it as a list of pairs of keypoint numbers.</source>
            <translation>Indíquelo como una lista de pares de números de puntos clave.</translation>
        </message>
        <message>
            <location filename="../../trainer/data/sampling.py" />
            <source>Give it at least one, better two.</source>
            <translation>Dele al menos una, mejor dos.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>Give one of them another id.</source>
            <translation>Dé otro id a uno de ellos.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/convert.py" />
            <source>Give the name of a new folder, or remove it first.</source>
            <translation>Indique el nombre de una carpeta nueva o quite antes esta.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/yolo.py" />
            <source>Give the name of each class.</source>
            <translation>Indique el nombre de cada clase.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>Give the name of its file, relative to the images folder.</source>
            <translation>Indique el nombre de su archivo, relativo a la carpeta de imágenes.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>Give the size in whole pixels, or leave it out.</source>
            <translation>Indique el tamaño en píxeles enteros o no lo indique.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>Give x and y of its top left corner, then width and height.</source>
            <translation>Indique x e y de su esquina superior izquierda, después el ancho y el alto.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>Give x, y, v of each keypoint, or correct the category's list of keypoints.</source>
            <translation>Indique x, y, v de cada punto clave, o corrija la lista de puntos clave de la categoría.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>Give x, y, v of each keypoint.</source>
            <translation>Indique x, y, v de cada punto clave.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>Give x, y, width and height in px.</source>
            <translation>Indique x, y, ancho y alto en px.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/media/images.py" />
            <source>Give yourself permission to read it.</source>
            <translation>Dese permiso para leerlo.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/media/unpacked.py" />
            <source>Go to another image and back: it is unpacked again when you zoom in.</source>
            <translation>Vaya a otra imagen y vuelva: se desempaqueta de nuevo al ampliar.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>Ids are whole numbers without quotes.</source>
            <translation>Los identificadores son números enteros sin comillas.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/dataset.py" />
            <source>Ids must differ.</source>
            <translation>Los identificadores deben ser distintos.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/category_file.py" />
            <source>Import it as annotations instead.</source>
            <translation>Impórtelo como anotaciones.</translation>
        </message>
        <message>
            <location filename="../../packaging/messages.py" />
            <source>Input/output error</source>
            <translation>Error de entrada o salida</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/hdf5.py" />
            <source>Install it with `pip install '.[{0}]'` in the program's folder.</source>
            <extracomment>{0} = extra</extracomment>
            <translation>Instálelo con `pip install '.[{0}]'` en la carpeta del programa.</translation>
        </message>
        <message>
            <location filename="../../trainer/boards.py" />
            <source>Install it with pip install "gkdt-annotator[tensorboard]", or leave out --tensorboard: metrics.csv has the same numbers.</source>
            <translation>Instálelo con pip install "gkdt-annotator[tensorboard]", o no ponga --tensorboard: metrics.csv tiene las mismas cifras.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/model/tokenizer.py" />
            <source>Install the program again; the file ships with it.</source>
            <translation>Instale de nuevo el programa; el archivo viene con él.</translation>
        </message>
        <message>
            <location filename="../../packaging/messages.py" />
            <source>Invalid argument</source>
            <translation>Argumento no válido</translation>
        </message>
        <message>
            <location filename="../../packaging/messages.py" />
            <source>Is a directory</source>
            <translation>Es una carpeta</translation>
        </message>
        <message>
            <location filename="../../app/project/row_parsing.py" />
            <source>It has {0} prompt texts for {1} keypoints.</source>
            <extracomment>{0} = len(words), {1} = len(category)</extracomment>
            <translation>Tiene {0} textos de prompt para {1} puntos clave.</translation>
        </message>
        <message>
            <location filename="../../app/project/row_reading.py" />
            <source>It is left out; the rest of the project is unharmed. Backups are in {0}.</source>
            <extracomment>{0} = backup_folder(self.path)</extracomment>
            <translation>Se deja fuera; el resto del proyecto está intacto. Las copias de seguridad están en {0}.</translation>
        </message>
        <message>
            <location filename="../../app/project/database.py" />
            <source>It may have been moved; backups are in {0}.</source>
            <extracomment>{0} = backup_folder(path)</extracomment>
            <translation>Puede que se haya movido; las copias de seguridad están en {0}.</translation>
        </message>
        <message>
            <location filename="../../app/project/row_reading.py" />
            <source>It may have been removed.</source>
            <translation>Puede que se haya quitado.</translation>
        </message>
        <message>
            <location filename="../../trainer/data/sampling.py" />
            <source>It must be above 0 and at most 1; the paper's is 0.5.</source>
            <translation>Debe ser mayor que 0 y como mucho 1; el del artículo es 0.5.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/yolo.py" />
            <source>It must be the number of keypoints, and 2 or 3.</source>
            <translation>Debe ser el número de puntos clave, y 2 o 3.</translation>
        </message>
        <message>
            <location filename="../../app/project/row_parsing.py" />
            <source>Its edges</source>
            <translation>Sus líneas</translation>
        </message>
        <message>
            <location filename="../../app/project/row_parsing.py" />
            <source>Its keypoints</source>
            <translation>Sus puntos clave</translation>
        </message>
        <message>
            <location filename="../../app/project/row_parsing.py" />
            <source>Its pairs</source>
            <translation>Sus pares</translation>
        </message>
        <message>
            <location filename="../../app/project/row_parsing.py" />
            <source>Its prompt texts</source>
            <translation>Sus textos de prompt</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/inference/engine.py" />
            <source>Its weights may be damaged: bring the model in again, or use another one.</source>
            <translation>Puede que sus pesos estén dañados: traiga de nuevo el modelo o use otro.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/domain.py" />
            <location filename="../../gkdt_core/inference/prompt.py" />
            <source>Keypoint names must differ.</source>
            <translation>Los nombres de los puntos clave deben ser distintos.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/inference/prompt.py" />
            <source>Keypoint {0} has an empty name.</source>
            <extracomment>{0} = index + 1</extracomment>
            <translation>El punto clave {0} tiene un nombre vacío.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/inference/prompt.py" />
            <source>Keypoints {0} and {1} have the same name "{2}".</source>
            <extracomment>{0} = first + 1, {1} = index + 1, {2} = name</extracomment>
            <translation>Los puntos clave {0} y {1} tienen el mismo nombre «{2}».</translation>
        </message>
        <message>
            <location filename="../../trainer/data/dataset.py" />
            <source>Label some keypoints first.</source>
            <translation>Marque antes algunos puntos clave.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/deeplabcut.py" />
            <location filename="../../gkdt_core/formats/nwb.py" />
            <location filename="../../gkdt_core/formats/sleap.py" />
            <location filename="../../gkdt_core/formats/yolo.py" />
            <source>Label something first.</source>
            <translation>Anote algo antes.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/cvat.py" />
            <source>Label with skeletons in CVAT, or export other shapes as COCO.</source>
            <translation>Anote con esqueletos en CVAT o exporte las demás formas como COCO.</translation>
        </message>
        <message>
            <location filename="../../trainer/commands.py" />
            <source>Learning from {0} instances, checking with {1}; tuning {2}, {3} steps.</source>
            <extracomment>{0} = total, {1} = checked, {2} = TUNED[config.tune], {3} = config.steps</extracomment>
            <translation>Se aprende de {0} instancias y se comprueba con {1}; se ajusta: {2}; {3} pasos.</translation>
        </message>
        <message>
            <location filename="../../trainer/recompute.py" />
            <source>Leave out --checkpoint-encoder.</source>
            <translation>No ponga --checkpoint-encoder.</translation>
        </message>
        <message>
            <location filename="../../trainer/run_state.py" />
            <source>Leave out --resume to start anew.</source>
            <translation>No ponga --resume para empezar de nuevo.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/download.py" />
            <source>Log in with `hf auth login` or set HF_TOKEN to a token that is valid, and try again. {0}</source>
            <extracomment>{0} = by_hand(model)</extracomment>
            <translation>Inicie sesión con `hf auth login` o defina HF_TOKEN con un token válido, e inténtelo de nuevo. {0}</translation>
        </message>
        <message>
            <location filename="../../trainer/loop.py" />
            <source>Lower the learning rate, or look at these annotations.</source>
            <translation>Baje la tasa de aprendizaje o revise estas anotaciones.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/library.py" />
            <source>Models there: {0}.</source>
            <extracomment>{0} = known</extracomment>
            <translation>Modelos que hay: {0}.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/download.py" />
            <source>Move it away, then download again.</source>
            <translation>Muévalo a otro lugar y descargue de nuevo.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/tables.py" />
            <source>Name its columns like that.</source>
            <translation>Dé esos nombres a sus columnas.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/schemas.py" />
            <source>Name its keypoints yourself.</source>
            <translation>Nombre usted sus puntos clave.</translation>
        </message>
        <message>
            <location filename="../../trainer/config.py" />
            <source>Name one or more of {0}.</source>
            <extracomment>{0} = ', '.join(MODALITIES)</extracomment>
            <translation>Indique uno o varios de {0}.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/tables.py" />
            <source>Name the column of the images "image"; names lie below the folder of the images.</source>
            <translation>Llame "image" a la columna de las imágenes; los nombres parten de la carpeta de las imágenes.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/download.py" />
            <source>Name the file with --file. There: {0}. {1}</source>
            <extracomment>{0} = several, {1} = by_hand(model)</extracomment>
            <translation>Indique el archivo con --file. Hay: {0}. {1}</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/inference/engine.py" />
            <source>Name the keypoints, or mark some on a support image.</source>
            <translation>Nombre los puntos clave o marque algunos en una imagen de ejemplo.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/inference/prompt.py" />
            <source>Name the keypoints, or mark them on a support image, or both.</source>
            <translation>Nombre los puntos clave, márquelos en una imagen de ejemplo, o ambas cosas.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/domain.py" />
            <source>Name the object, for example "horse".</source>
            <translation>Nombre el objeto, por ejemplo «caballo».</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/tables.py" />
            <source>Name them NAME_x and NAME_y.</source>
            <translation>Nómbrelas NAME_x y NAME_y.</translation>
        </message>
        <message>
            <location filename="../../trainer/loop.py" />
            <source>No category has two annotated instances.</source>
            <translation>Ninguna categoría tiene dos instancias anotadas.</translation>
        </message>
        <message>
            <location filename="../../trainer/supercategories.py" />
            <source>No category is of the super-category {0}.</source>
            <extracomment>{0} = ' or '.join(unknown)</extracomment>
            <translation>Ninguna categoría es de la supercategoría {0}.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/model/config.py" />
            <source>No model works at an input size of {0} px: it must be a multiple of {1}, from {2} to {3}.</source>
            <extracomment>{0} = input_size, {1} = INPUT_STEP, {2} = MIN_INPUT, {3} = MAX_INPUT</extracomment>
            <translation>Ningún modelo funciona con un tamaño de entrada de {0} px: debe ser múltiplo de {1}, entre {2} y {3}.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/tables.py" />
            <source>No row of "{0}" names an image that can be used.</source>
            <extracomment>{0} = path.name</extracomment>
            <translation>Ninguna fila de «{0}» nombra una imagen que se pueda usar.</translation>
        </message>
        <message>
            <location filename="../../packaging/messages.py" />
            <source>No space left on device</source>
            <translation>No queda espacio en el dispositivo</translation>
        </message>
        <message>
            <location filename="../../packaging/messages.py" />
            <source>No such file or directory</source>
            <translation>El archivo o la carpeta no existe</translation>
        </message>
        <message>
            <location filename="../../packaging/messages.py" />
            <source>Not a directory</source>
            <translation>No es una carpeta</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/media/images.py" />
            <source>Open it in a picture program and save it as PNG or JPEG, or remove it from the project.</source>
            <translation>Ábralo en un programa de imágenes y guárdelo como PNG o JPEG, o quítelo del proyecto.</translation>
        </message>
        <message>
            <location filename="../../app/project/database.py" />
            <source>Open it, or choose another name.</source>
            <translation>Ábralo o elija otro nombre.</translation>
        </message>
        <message>
            <location filename="../../app/project/backups.py" />
            <source>Open the backup as a project of its own instead.</source>
            <translation>Abra la copia de seguridad como un proyecto propio.</translation>
        </message>
        <message>
            <location filename="../../app/project/database.py" />
            <location filename="../../app/project/files.py" />
            <source>Open the newest backup in {0}.</source>
            <extracomment>{0} = backup_folder(self.path)</extracomment>
            <translation>Abra la copia de seguridad más reciente de {0}.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/download.py" />
            <source>Open the page in a browser. {0}</source>
            <extracomment>{0} = by_hand(model)</extracomment>
            <translation>Abra la página en un navegador. {0}</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/media/detail.py" />
            <source>Open the picture again: go to another and back.</source>
            <translation>Abra de nuevo la imagen: vaya a otra y vuelva.</translation>
        </message>
        <message>
            <location filename="../../packaging/messages.py" />
            <source>Operation not permitted</source>
            <translation>Operación no permitida</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/domain.py" />
            <source>Pair every keypoint with at most one other.</source>
            <translation>Empareje cada punto clave con otro como mucho.</translation>
        </message>
        <message>
            <location filename="../../packaging/messages.py" />
            <source>Permission denied</source>
            <translation>Permiso denegado</translation>
        </message>
        <message>
            <location filename="../../app/project/comparing.py" />
            <source>Pictures are the same when their content or their names are.</source>
            <translation>Las imágenes son las mismas cuando lo es su contenido o su nombre.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/inference/prompt.py" />
            <source>Place it inside the image, or leave it unmarked.</source>
            <translation>Colóquelo dentro de la imagen o déjelo sin marcar.</translation>
        </message>
        <message>
            <location filename="../../app/project/exporting.py" />
            <source>Please report this with the project file.</source>
            <translation>Informe de esto, por favor, junto con el archivo del proyecto.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/yolo.py" />
            <source>Put a {0} with "kpt_shape" and "names" there.</source>
            <extracomment>{0} = SETTINGS</extracomment>
            <translation>Ponga allí un {0} con "kpt_shape" y "names".</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/download.py" />
            <source>Read the terms at {0}; who agrees gives --agree-licence {1}.</source>
            <extracomment>{0} = model.page, {1} = model.licence.id</extracomment>
            <translation>Lea las condiciones en {0}; quien las acepta pone --agree-licence {1}.</translation>
        </message>
        <message>
            <location filename="../../packaging/messages.py" />
            <source>Read-only file system</source>
            <translation>El sistema de archivos es de solo lectura</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/hdf5.py" />
            <source>Reading "{0}"</source>
            <extracomment>{0} = path.name</extracomment>
            <translation>Leer «{0}»</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/locate.py" />
            <source>Reinstall the program, or name a model directory or a *.best file instead.</source>
            <translation>Reinstale el programa, o indique una carpeta de modelo o un archivo *.best.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/registry.py" />
            <source>Reinstall the program.</source>
            <translation>Reinstale el programa.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/writing.py" />
            <source>Remove infinite numbers and unusual values from the extra fields.</source>
            <translation>Quite los números infinitos y los valores extraños de los campos adicionales.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/domain.py" />
            <source>Remove it or correct its numbers.</source>
            <translation>Quítelo o corrija sus números.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/media/images.py" />
            <source>Rename the file.</source>
            <translation>Cambie el nombre del archivo.</translation>
        </message>
        <message>
            <location filename="../../trainer/data/dataset.py" />
            <source>Review the images in the window and export them again.</source>
            <translation>Revise las imágenes en la ventana y expórtelas de nuevo.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/yolo.py" />
            <source>Rows of {0} numbers are no class, box and keypoints.</source>
            <extracomment>{0} = length</extracomment>
            <translation>Las filas de {0} números no son clase, recuadro y puntos clave.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/media/images.py" />
            <source>Save a smaller copy of it, or cut it into tiles.</source>
            <translation>Guarde una copia más pequeña o córtela en teselas.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/files.py" />
            <location filename="../../gkdt_core/formats/labelme.py" />
            <source>Save it again.</source>
            <translation>Guárdelo de nuevo.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/files.py" />
            <source>Save it as CSV again.</source>
            <translation>Guárdelo de nuevo como CSV.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/files.py" />
            <source>Save it as UTF-8.</source>
            <translation>Guárdelo como UTF-8.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/media/unpacked.py" />
            <source>Save it as a PNG.</source>
            <translation>Guárdela como PNG.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/media/large.py" />
            <source>Save it {0}, or cut it into tiles.</source>
            <extracomment>{0} = remedy</extracomment>
            <translation>Guárdela {0} o córtela en teselas.</translation>
        </message>
        <message>
            <location filename="../../trainer/calibration.py" />
            <source>Scores cannot be calibrated on {0} predictions.</source>
            <extracomment>{0} = len(peaks)</extracomment>
            <translation>Las puntuaciones no se pueden calibrar con {0} predicciones.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <location filename="../../gkdt_core/formats/files.py" />
            <source>Split it into several files.</source>
            <translation>Divídalo en varios archivos.</translation>
        </message>
        <message>
            <location filename="../../packaging/messages.py" />
            <source>Stale file handle</source>
            <translation>La referencia al archivo en la red ya no es válida</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/inference/engine.py" />
            <source>Start again on the CPU.</source>
            <translation>Empiece de nuevo en la CPU.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/inference/devices.py" />
            <source>Start the program again, or choose the CPU (--device cpu).</source>
            <translation>Inicie de nuevo el programa o elija la CPU (--device cpu).</translation>
        </message>
        <message>
            <location filename="../../trainer/loop.py" />
            <source>Stopped early: no gain in {0} validations.</source>
            <extracomment>{0} = run.stale</extracomment>
            <translation>Terminado antes: sin mejora en {0} validaciones.</translation>
        </message>
        <message>
            <location filename="../../trainer/commands.py" />
            <source>Stopped. Go on with the same command and --resume ({0}).</source>
            <extracomment>{0} = args.out</extracomment>
            <translation>Detenido. Continúe con la misma orden y --resume ({0}).</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/stream.py" />
            <source>Store the model as float32 (fp32), or look at why its training diverged.</source>
            <translation>Guarde el modelo como float32 (fp32) o averigüe por qué divergió su entrenamiento.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/inference/prompt.py" />
            <source>Support {0}: keypoint {1} ("{2}") at ({3}, {4}) is outside the image, which is {5} x {6} px.</source>
            <extracomment>{0} = number, {1} = index + 1, {2} = names[index], {3} = x, {4} = y, {5} = width, {6} = height</extracomment>
            <translation>Ejemplo {0}: el punto clave {1} («{2}») en ({3}, {4}) está fuera de la imagen, que mide {5} x {6} px.</translation>
        </message>
        <message>
            <location filename="../../trainer/recompute.py" />
            <source>The blocks of a {0} are not known.</source>
            <extracomment>{0} = type(encoder).__name__</extracomment>
            <translation>No se conocen los bloques de un {0}.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/locate.py" />
            <source>The bundled model is not part of this installation: {0} has no model.</source>
            <extracomment>{0} = directory</extracomment>
            <translation>El modelo incluido no forma parte de esta instalación: {0} no tiene ningún modelo.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/library.py" />
            <source>The bundled model is part of the program and stays.</source>
            <translation>El modelo incluido forma parte del programa y se queda.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/category_file.py" />
            <source>The category cannot be written to "{0}": {1}.</source>
            <extracomment>{0} = path, {1} = error.strerror or error</extracomment>
            <translation>La categoría no se puede escribir en «{0}»: {1}.</translation>
        </message>
        <message>
            <location filename="../../trainer/loop.py" />
            <source>The computer has too little free memory for a part of a step: {0} episode(s) of {1} views.</source>
            <extracomment>{0} = math.ceil(config.episodes_per_step / config.accumulate), {1} = config.views</extracomment>
            <translation>El ordenador tiene muy poca memoria libre para una parte de un paso: {0} episodio(s) de {1} vistas.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/inference/batches.py" />
            <source>The computer has too little free memory for a single image.</source>
            <translation>El ordenador tiene muy poca memoria libre para una sola imagen.</translation>
        </message>
        <message>
            <location filename="../../app/project/importing.py" />
            <source>The dataset in "{0}" was read.</source>
            <extracomment>{0} = self._plan.source</extracomment>
            <translation>Se leyó el conjunto de datos de «{0}».</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/inference/devices.py" />
            <source>The device "{0}" is not supported.</source>
            <extracomment>{0} = name</extracomment>
            <translation>El dispositivo «{0}» no es compatible.</translation>
        </message>
        <message>
            <location filename="../../trainer/processes.py" />
            <source>The device {0} cannot train in {1}: {2}</source>
            <extracomment>{0} = device, {1} = precision, {2} = error</extracomment>
            <translation>El dispositivo {0} no puede entrenar en {1}: {2}</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/staging.py" />
            <source>The disk has too little room for "{0}": {1} are needed, {2} are free, {3} are missing.</source>
            <extracomment>{0} = directory, {1} = words_for_bytes(nbytes), {2} = words_for_bytes(free), {3} = words_for_bytes(nbytes + _SPARE - free)</extracomment>
            <translation>El disco tiene muy poco espacio para «{0}»: se necesitan {1}, hay libres {2}, faltan {3}.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/download.py" />
            <source>The download cannot be written to "{0}": {1}</source>
            <extracomment>{0} = directory, {1} = error</extracomment>
            <translation>La descarga no se puede escribir en «{0}»: {1}</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/pickles.py" />
            <source>The download may have been cut off; compare its size with the source and fetch it again.</source>
            <translation>Puede que la descarga se haya cortado; compare su tamaño con el del origen y descárguelo de nuevo.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/media/images.py" />
            <source>The file "{0}" cannot be read: {1}.</source>
            <extracomment>{0} = path, {1} = error.strerror or error</extracomment>
            <translation>El archivo «{0}» no se puede leer: {1}.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/media/images.py" />
            <source>The file "{0}" does not exist.</source>
            <extracomment>{0} = path</extracomment>
            <translation>El archivo «{0}» no existe.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/media/images.py" />
            <source>The file "{0}" may not be read.</source>
            <extracomment>{0} = path</extracomment>
            <translation>No hay permiso para leer el archivo «{0}».</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/pickles.py" />
            <source>The file is damaged or of another kind; fetch it again.</source>
            <translation>El archivo está dañado o es de otro tipo; descárguelo de nuevo.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/directory.py" />
            <location filename="../../gkdt_core/weights/tensor_file.py" />
            <source>The file is damaged or was not copied to its end; fetch it again.</source>
            <translation>El archivo está dañado o no se copió hasta el final; descárguelo de nuevo.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/network.py" />
            <source>The file is damaged, or its training had diverged; use another.</source>
            <translation>El archivo está dañado o su entrenamiento había divergido; use otro.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/config_file.py" />
            <source>The file is damaged; fetch the model again.</source>
            <translation>El archivo está dañado; descargue de nuevo el modelo.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/network.py" />
            <source>The file is incomplete, or of another version of the program.</source>
            <translation>El archivo está incompleto o es de otra versión del programa.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/pickles.py" />
            <source>The file is no complete {0}.</source>
            <extracomment>{0} = self._kind</extracomment>
            <translation>El archivo no es un {0} completo.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/dinov3_names.py" />
            <source>The file is no {0}, or of a release this version does not know.</source>
            <extracomment>{0} = self.kind</extracomment>
            <translation>El archivo no es un {0}, o es de una edición que esta versión no conoce.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/dinov3_names.py" />
            <source>The file is of a release this version does not know.</source>
            <translation>El archivo es de una edición que esta versión no conoce.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/media/images.py" />
            <source>The folder "{0}" cannot be read: {1}.</source>
            <extracomment>{0} = folder, {1} = error.strerror or error</extracomment>
            <translation>La carpeta «{0}» no se puede leer: {1}.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/media/images.py" />
            <source>The folder "{0}" does not exist.</source>
            <extracomment>{0} = folder</extracomment>
            <translation>La carpeta «{0}» no existe.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/convert.py" />
            <source>The folder "{0}" is not empty.</source>
            <extracomment>{0} = directory</extracomment>
            <translation>La carpeta «{0}» no está vacía.</translation>
        </message>
        <message>
            <location filename="../../trainer/loop.py" />
            <source>The graphics card has too little free memory for a part of a step: {0} episode(s) of {1} views.</source>
            <extracomment>{0} = math.ceil(config.episodes_per_step / config.accumulate), {1} = config.views</extracomment>
            <translation>La tarjeta gráfica tiene muy poca memoria libre para una parte de un paso: {0} episodio(s) de {1} vistas.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/inference/batches.py" />
            <source>The graphics card has too little free memory for a single image.</source>
            <translation>La tarjeta gráfica tiene muy poca memoria libre para una sola imagen.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/inference/devices.py" />
            <source>The graphics card stopped working: {0}</source>
            <extracomment>{0} = said</extracomment>
            <translation>La tarjeta gráfica dejó de funcionar: {0}</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/dataset.py" />
            <source>The image name "{0}" leads out of the images folder.</source>
            <extracomment>{0} = file_name</extracomment>
            <translation>El nombre de imagen «{0}» sale de la carpeta de imágenes.</translation>
        </message>
        <message>
            <location filename="../../app/project/exporting.py" />
            <source>The images lie on several drives, so a COCO file cannot name them relative to one folder.</source>
            <translation>Las imágenes están en varias unidades, así que un archivo COCO no puede nombrarlas relativas a una sola carpeta.</translation>
        </message>
        <message>
            <location filename="../../trainer/config.py" />
            <source>The kinds of prompt to train are {0}.</source>
            <extracomment>{0} = self.modalities</extracomment>
            <translation>Los tipos de prompt para entrenar son {0}.</translation>
        </message>
        <message>
            <location filename="../../trainer/loop.py" />
            <source>The loss is not finite at step {0} (episodes: {1}).</source>
            <extracomment>{0} = run.step, {1} = '; '.join(team.everything(bad))</extracomment>
            <translation>La pérdida no es finita en el paso {0} (episodios: {1}).</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/config_file.py" />
            <source>The model</source>
            <translation>El modelo</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/inference/engine.py" />
            <source>The model "{0}" cannot be loaded on the CPU: it came from memory.</source>
            <extracomment>{0} = self.info.model</extracomment>
            <translation>El modelo «{0}» no se puede cargar en la CPU: venía de la memoria.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/inference/engine.py" />
            <source>The model "{0}" gives results that are not numbers.</source>
            <extracomment>{0} = self.info.model</extracomment>
            <translation>El modelo «{0}» da resultados que no son números.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/inference/engine.py" />
            <source>The model "{0}" makes numbers too large for float16.</source>
            <extracomment>{0} = self.info.model</extracomment>
            <translation>El modelo «{0}» produce números demasiado grandes para float16.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/directory.py" />
            <source>The model cannot be written to "{0}": {1}</source>
            <extracomment>{0} = directory, {1} = error</extracomment>
            <translation>El modelo no se puede escribir en «{0}»: {1}</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/model/config.py" />
            <source>The model configuration cannot be read: {0}.</source>
            <extracomment>{0} = error</extracomment>
            <translation>La configuración del modelo no se puede leer: {0}.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/model/config.py" />
            <source>The model configuration cannot be used: {0}.</source>
            <extracomment>{0} = error</extracomment>
            <translation>La configuración del modelo no se puede usar: {0}.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/model/config.py" />
            <source>The model configuration contradicts itself: {0}.</source>
            <extracomment>{0} = '; '.join(problems)</extracomment>
            <translation>La configuración del modelo se contradice: {0}.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/model/config.py" />
            <source>The model configuration has unknown settings: {0}.</source>
            <extracomment>{0} = ', '.join(sorted(unknown))</extracomment>
            <translation>La configuración del modelo tiene ajustes desconocidos: {0}.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/model/config.py" />
            <source>The model configuration lacks or does not know {0}.</source>
            <extracomment>{0} = error</extracomment>
            <translation>A la configuración del modelo le falta algo o no lo conoce: {0}.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/model/config.py" />
            <location filename="../../gkdt_core/weights/config_file.py" />
            <source>The model may come from a newer version of this program.</source>
            <translation>Puede que el modelo sea de una versión más reciente de este programa.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/model/config.py" />
            <source>The nearest is {0}; this model was made for {1}.</source>
            <extracomment>{0} = near, {1} = self.input_size</extracomment>
            <translation>El más cercano es {0}; este modelo se hizo para {1}.</translation>
        </message>
        <message>
            <location filename="../../app/project/importing.py" />
            <source>The project has a category "{0}" with other keypoints, so the imported one is called "{1}".</source>
            <extracomment>{0} = category.name, {1} = renamed</extracomment>
            <translation>El proyecto tiene una categoría «{0}» con otros puntos clave, así que la importada se llama «{1}».</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/prompt_files.py" />
            <source>The prompt cannot be written to "{0}":  {1}.</source>
            <extracomment>{0} = path, {1} = error.strerror or error</extracomment>
            <translation>El prompt no se puede escribir en «{0}»:  {1}.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/prompt_files.py" />
            <source>The prompt cannot be written to "{0}": {1} {2}.</source>
            <extracomment>{0} = path, {1} = error.filename or '', {2} = error.strerror or error</extracomment>
            <translation>El prompt no se puede escribir en «{0}»: {1} {2}.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/inference/prompt.py" />
            <source>The prompt does not agree on the number of keypoints: {0}.</source>
            <extracomment>{0} = said</extracomment>
            <translation>El prompt no concuerda en el número de puntos clave: {0}.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/inference/engine.py" />
            <source>The prompt says nothing: no keypoint has a text, and no support marks a point.</source>
            <translation>El prompt no dice nada: ningún punto clave tiene texto y ningún ejemplo marca un punto.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/media/unpacked.py" />
            <source>The unpacked copy of "{0}" is no longer there.</source>
            <extracomment>{0} = self.path</extracomment>
            <translation>La copia desempaquetada de «{0}» ya no está.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/media/video_frames.py" />
            <source>The video "{0}" cannot be opened.</source>
            <extracomment>{0} = path</extracomment>
            <translation>El vídeo «{0}» no se puede abrir.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>The visibility must be 0 (not labelled), 1 (hidden) or 2 (visible).</source>
            <translation>La visibilidad debe ser 0 (sin marcar), 1 (oculto) o 2 (visible).</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/stream.py" />
            <source>The weight "{0}" is not finite, or too large for {1}.</source>
            <extracomment>{0} = key, {1} = str(_DTYPES[entry.dtype]).removeprefix('torch.')</extracomment>
            <translation>El peso «{0}» no es finito o es demasiado grande para {1}.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/stream.py" />
            <source>The weight "{0}" is of the kind {1}, which is not stored.</source>
            <extracomment>{0} = key, {1} = kind</extracomment>
            <translation>El peso «{0}» es del tipo {1}, que no se guarda.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/network.py" />
            <source>The weights in {0} do not fit the network: it {1}.</source>
            <extracomment>{0} = what, {1} = ', and '.join(problems)</extracomment>
            <translation>Los pesos de {0} no encajan en la red: {1}.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/load.py" />
            <source>The weights of {0} cannot be read: {1}</source>
            <extracomment>{0} = name, {1} = error</extracomment>
            <translation>Los pesos de {0} no se pueden leer: {1}</translation>
        </message>
        <message>
            <location filename="../../trainer/commands.py" />
            <source>There are no data to learn from.</source>
            <translation>No hay datos de los que aprender.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/nwb.py" />
            <source>There are no images with categories.</source>
            <translation>No hay imágenes con categorías.</translation>
        </message>
        <message>
            <location filename="../../trainer/supercategories.py" />
            <source>There are: {0}.</source>
            <extracomment>{0} = there</extracomment>
            <translation>Hay: {0}.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/download.py" />
            <source>There is another file at "{0}" already.</source>
            <extracomment>{0} = target</extracomment>
            <translation>Ya hay otro archivo en «{0}».</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/deeplabcut.py" />
            <location filename="../../gkdt_core/formats/sleap.py" />
            <location filename="../../gkdt_core/formats/yolo.py" />
            <source>There is no category with keypoints.</source>
            <translation>No hay ninguna categoría con puntos clave.</translation>
        </message>
        <message>
            <location filename="../../trainer/commands.py" />
            <source>There is no checkpoint in {0}, so the training begins anew.</source>
            <extracomment>{0} = args.out</extracomment>
            <translation>No hay ningún punto de control en {0}, así que el entrenamiento empieza de nuevo.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/inference/devices.py" />
            <source>There is no device "{0}": the computer has {1} CUDA card(s).</source>
            <extracomment>{0} = name, {1} = torch.cuda.device_count()</extracomment>
            <translation>No hay ningún dispositivo «{0}»: el ordenador tiene {1} tarjeta(s) CUDA.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/registry.py" />
            <source>There is no file or folder "{0}".</source>
            <extracomment>{0} = path</extracomment>
            <translation>No hay ningún archivo ni carpeta «{0}».</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/library.py" />
            <source>There is no model "{0}" in {1}.</source>
            <extracomment>{0} = path.name, {1} = place</extracomment>
            <translation>No hay ningún modelo «{0}» en {1}.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/locate.py" />
            <source>There is no model "{0}".</source>
            <extracomment>{0} = name_or_path</extracomment>
            <translation>No hay ningún modelo «{0}».</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/inference/prompt.py" />
            <source>There is no prompt.</source>
            <translation>No hay ningún prompt.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/schemas.py" />
            <source>There is no ready-made category for "{0}".</source>
            <extracomment>{0} = object_name</extracomment>
            <translation>No hay ninguna categoría preparada para «{0}».</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/schemas.py" />
            <source>There is no ready-made skeleton "{0}".</source>
            <extracomment>{0} = schema_id</extracomment>
            <translation>No hay ningún esqueleto preparado «{0}».</translation>
        </message>
        <message>
            <location filename="../../trainer/config.py" />
            <source>There is no text template.</source>
            <translation>No hay ninguna plantilla de texto.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/yolo.py" />
            <source>There is no {0}, and the labels have no rows of numbers.</source>
            <extracomment>{0} = SETTINGS</extracomment>
            <translation>No hay ningún {0}, y las anotaciones no tienen filas de números.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/media/images.py" />
            <source>There is not enough memory to open "{0}".</source>
            <extracomment>{0} = path</extracomment>
            <translation>No hay memoria suficiente para abrir «{0}».</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>There is not enough memory to read "{0}".</source>
            <extracomment>{0} = path</extracomment>
            <translation>No hay memoria suficiente para leer «{0}».</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/registry.py" />
            <source>They are: {0}.</source>
            <extracomment>{0} = known</extracomment>
            <translation>Son: {0}.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/hdf5.py" />
            <source>This build of the program is without it. Choose another format, or a build that has it.</source>
            <translation>Esta versión compilada del programa no lo incluye. Elija otro formato, o una versión que lo tenga.</translation>
        </message>
        <message>
            <location filename="../../trainer/boards.py" />
            <source>This build of the program is without it. Leave out --tensorboard: metrics.csv has the same numbers.</source>
            <translation>Esta versión compilada del programa no lo incluye. No ponga --tensorboard: metrics.csv tiene las mismas cifras.</translation>
        </message>
        <message>
            <location filename="../../packaging/messages.py" />
            <source>Too many open files</source>
            <translation>Hay demasiados archivos abiertos</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/nwb.py" />
            <source>Tracks of videos are not read.</source>
            <translation>Las trayectorias de vídeos no se leen.</translation>
        </message>
        <message>
            <location filename="../../trainer/loop.py" />
            <source>Training compares instances with each other: annotate at least two, better ten.</source>
            <translation>El entrenamiento compara instancias entre sí: anote al menos dos, mejor diez.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/download.py" />
            <source>Try again later. {0}</source>
            <extracomment>{0} = by_hand(model)</extracomment>
            <translation>Inténtelo más tarde. {0}</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/download.py" />
            <source>Try again when there is one: a download that has begun goes on from where it was. {0}</source>
            <extracomment>{0} = by_hand(model)</extracomment>
            <translation>Inténtelo cuando la haya: una descarga empezada continúa donde estaba. {0}</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/dataset.py" />
            <source>Two {0} records have the id {1}.</source>
            <extracomment>{0} = what, {1} = identity</extracomment>
            <translation>Dos registros de {0} tienen el id {1}.</translation>
        </message>
        <message>
            <location filename="../../packaging/messages.py" />
            <source>Unterminated string starting at</source>
            <translation>un texto sin cerrar que empieza ahí</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/config_file.py" />
            <source>Update the program, or use another model.</source>
            <translation>Actualice el programa o use otro modelo.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/prompt_files.py" />
            <source>Update the program.</source>
            <translation>Actualice el programa.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/pickles.py" />
            <source>Use checkpoints from their authors only.</source>
            <translation>Use solo puntos de control de sus autores.</translation>
        </message>
        <message>
            <location filename="../../trainer/commands.py" />
            <source>Validation never got better: the starting model is what was kept.</source>
            <translation>La validación nunca mejoró: se conservó el modelo inicial.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/domain.py" />
            <source>Visibility must be 0, 1 or 2, got {0}.</source>
            <extracomment>{0} = sorted(set(self.visibility.tolist()))</extracomment>
            <translation>La visibilidad debe ser 0, 1 o 2, y es {0}.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/staging.py" />
            <source>Wait for it, or stop it.</source>
            <translation>Espere a que termine o deténgalo.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/media/images.py" />
            <source>Was it moved, renamed or deleted?</source>
            <translation>¿Se ha movido, renombrado o eliminado?</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/convert.py" />
            <source>Weights cannot be stored as "{0}".</source>
            <extracomment>{0} = dtype</extracomment>
            <translation>Los pesos no se pueden guardar como «{0}».</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/download.py" />
            <source>What came for {0} is not what {1} announces: its SHA-256 is {2}, announced is {3}. It was deleted.</source>
            <extracomment>{0} = target.name, {1} = model.page, {2} = found, {3} = offer.sha256</extracomment>
            <translation>Lo que llegó para {0} no es lo que anuncia {1}: su SHA-256 es {2}, el anunciado es {3}. Se ha eliminado.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/registry.py" />
            <source>What format "{0}" has cannot be told.</source>
            <extracomment>{0} = path</extracomment>
            <translation>No se puede saber qué formato tiene «{0}».</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/download.py" />
            <source>What has come so far is kept; the same command goes on from there. {0}</source>
            <extracomment>{0} = by_hand(model)</extracomment>
            <translation>Lo que ha llegado hasta ahora se conserva; la misma orden continúa desde ahí. {0}</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/download.py" />
            <source>Without a network here: fetch the {0} file on another computer from {1}, bring it over, and run: gkdt models convert FILE --as {2} --out "{3}"</source>
            <extracomment>{0} = _SUFFIX, {1} = model.page, {2} = model.name, {3} = models_directory() / model.name</extracomment>
            <translation>Sin red aquí: descargue el archivo {0} en otro ordenador desde {1}, tráigalo y ejecute: gkdt models convert FILE --as {2} --out "{3}"</translation>
        </message>
        <message>
            <location filename="../../trainer/supercategories.py" />
            <source>Without the super-categories {0} no data are left.</source>
            <extracomment>{0} = ', '.join(leave_out)</extracomment>
            <translation>Sin las supercategorías {0} no quedan datos.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>Write 0, 0, 0 for a keypoint that is not labelled, and export the file again.</source>
            <translation>Escriba 0, 0, 0 para un punto clave sin marcar y exporte de nuevo el archivo.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/categories.py" />
            <source>Write pairs like [1, 2]; the first keypoint is 1.</source>
            <translation>Escriba pares como [1, 2]; el primer punto clave es 1.</translation>
        </message>
        <message>
            <location filename="../../trainer/text_prompts.py" />
            <source>Write {{k}} where the keypoint's name goes, and {{o}} for the object's.</source>
            <translation>Escriba {{k}} donde va el nombre del punto clave y {{o}} donde va el del objeto.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/hdf5.py" />
            <source>Writing .h5 files</source>
            <translation>Escribir archivos .h5</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/hdf5.py" />
            <source>Writing NWB files</source>
            <translation>Escribir archivos NWB</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/hdf5.py" />
            <source>Writing SLEAP files</source>
            <translation>Escribir archivos SLEAP</translation>
        </message>
        <message>
            <location filename="../../trainer/boards.py" />
            <source>Writing for TensorBoard needs the package tensorboardX, which is not installed.</source>
            <translation>Escribir para TensorBoard necesita el paquete tensorboardX, que no está instalado.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/deeplabcut.py" />
            <source>a body part has no column x or y: {0}.</source>
            <extracomment>{0} = ', '.join(sorted(found))</extracomment>
            <translation>una parte del cuerpo no tiene columna x o y: {0}.</translation>
        </message>
        <message>
            <location filename="../../trainer/choices.py" />
            <source>a fifth of what heads alone learn with: the image encoder knows much that should stay</source>
            <translation>un quinto de aquello con lo que aprenden solo las cabezas: el codificador de imágenes sabe mucho que debe quedar</translation>
        </message>
        <message>
            <location filename="../../trainer/choices.py" />
            <source>a graphics card is fast enough for all steps</source>
            <translation>una tarjeta gráfica es bastante rápida para todos los pasos</translation>
        </message>
        <message>
            <location filename="../../app/project/row_parsing.py" />
            <source>a keypoint has an unknown origin.</source>
            <translation>un punto clave tiene un origen desconocido.</translation>
        </message>
        <message>
            <location filename="../../trainer/choices.py" />
            <source>a large encoder moves slowly, or it forgets</source>
            <translation>un codificador grande cambia despacio, o se olvida</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/yolo.py" />
            <source>a number is above 1; the whole image would be ignored.</source>
            <translation>un número es mayor que 1; se ignoraría toda la imagen.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/yolo.py" />
            <source>a number is below 0; the whole image would be ignored.</source>
            <translation>un número es menor que 0; se ignoraría toda la imagen.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/labelme.py" />
            <source>a {0} "{1}" is no keypoint and no box.</source>
            <extracomment>{0} = kind, {1} = label</extracomment>
            <translation>un {0} «{1}» no es un punto clave ni un recuadro.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/cvat.py" />
            <source>a {0} "{1}" is no skeleton.</source>
            <extracomment>{0} = shape.tag, {1} = shape.get('label')</extracomment>
            <translation>un {0} «{1}» no es un esqueleto.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/labelme.py" />
            <source>a {0} has {1} points.</source>
            <extracomment>{0} = shape['shape_type'], {1} = wanted</extracomment>
            <translation>un {0} tiene {1} puntos.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/registry.py" />
            <source>an entry has not exactly {0}</source>
            <extracomment>{0} = ', '.join(types)</extracomment>
            <translation>una entrada no tiene exactamente {0}</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/prompt_files.py" />
            <source>an image has no name</source>
            <translation>una imagen no tiene nombre</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/sleap.py" />
            <source>an instance has {0} points, expected {1}.</source>
            <extracomment>{0} = len(points), {1} = len(category)</extracomment>
            <translation>una instancia tiene {0} puntos, se esperaban {1}.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/sleap.py" />
            <source>an instance refers to something that is not there.</source>
            <translation>una instancia se refiere a algo que no está.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>annotation number {0}</source>
            <extracomment>{0} = position + 1</extracomment>
            <translation>la anotación número {0}</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <location filename="../../gkdt_core/formats/registry.py" />
            <source>annotation {0}</source>
            <extracomment>{0} = identity</extracomment>
            <translation>la anotación {0}</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/media/large.py" />
            <source>as a JPEG that is not progressive</source>
            <translation>como un JPEG que no sea progresivo</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/media/large.py" />
            <source>as a PNG that is not interlaced</source>
            <translation>como un PNG sin entrelazar</translation>
        </message>
        <message>
            <location filename="../../trainer/choices.py" />
            <source>as asked for</source>
            <translation>como se pidió</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>category number {0}</source>
            <extracomment>{0} = position + 1</extracomment>
            <translation>la categoría número {0}</translation>
        </message>
        <message>
            <location filename="../../app/project/row_reading.py" />
            <source>category {0} ("{1}") makes no sense: {2}</source>
            <extracomment>{0} = row[0], {1} = row[2], {2} = error</extracomment>
            <translation>la categoría {0} («{1}») no tiene sentido: {2}</translation>
        </message>
        <message>
            <location filename="../../trainer/choices.py" />
            <source>ends after {0} looks without a gain; the best model is what is kept</source>
            <extracomment>{0} = PATIENCE</extracomment>
            <translation>termina tras {0} comprobaciones sin mejora; se conserva el mejor modelo</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>entry {0} of "{1}" is {2}, not a record.</source>
            <extracomment>{0} = position + 1, {1} = section, {2} = short(record)</extracomment>
            <translation>la entrada {0} de «{1}» es {2}, no un registro.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/yolo.py" />
            <source>expected {0} numbers; the whole image would be ignored.</source>
            <extracomment>{0} = expected</extracomment>
            <translation>se esperaban {0} números; se ignoraría toda la imagen.</translation>
        </message>
        <message>
            <location filename="../../trainer/processes.py" />
            <source>fp16 needs a CUDA card, and this run is on {0}.</source>
            <extracomment>{0} = device</extracomment>
            <translation>fp16 necesita una tarjeta CUDA, y este entrenamiento está en {0}.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/sleap.py" />
            <source>frame {0}</source>
            <extracomment>{0} = int(frame['frame_idx'])</extracomment>
            <translation>el fotograma {0}</translation>
        </message>
        <message>
            <location filename="../../trainer/data/sampling.py" />
            <source>gamma is {0}.</source>
            <extracomment>{0} = gamma</extracomment>
            <translation>gamma es {0}.</translation>
        </message>
        <message>
            <location filename="../../trainer/choices.py" />
            <source>half of what the model was made with: it knows much that should stay</source>
            <translation>la mitad de aquello con lo que se hizo el modelo: sabe mucho que debe quedar</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/building.py" />
            <location filename="../../gkdt_core/formats/cvat.py" />
            <source>image "{0}"</source>
            <extracomment>{0} = name[:200]</extracomment>
            <translation>la imagen «{0}»</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/pickles.py" />
            <source>image encoder</source>
            <translation>codificador de imágenes</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>image number {0}</source>
            <extracomment>{0} = position + 1</extracomment>
            <translation>la imagen número {0}</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>image {0} ("{1}") has {2} as its {3}.</source>
            <extracomment>{0} = identity, {1} = name, {2} = short(value), {3} = key</extracomment>
            <translation>la imagen {0} («{1}») tiene {2} como {3}.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>image {0} has no "file_name".</source>
            <extracomment>{0} = identity</extracomment>
            <translation>la imagen {0} no tiene "file_name".</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/labelme.py" />
            <source>image {0}, rectangle "{1}"</source>
            <extracomment>{0} = page.image, {1} = group.name</extracomment>
            <translation>la imagen {0}, rectángulo «{1}»</translation>
        </message>
        <message>
            <location filename="../../app/project/row_reading.py" />
            <source>instance {0} in image {1} makes no sense: {2}</source>
            <extracomment>{0} = number, {1} = image_id, {2} = error</extracomment>
            <translation>la instancia {0} de la imagen {1} no tiene sentido: {2}</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>it counts as not labelled</source>
            <translation>cuenta como sin marcar</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>it counts as visible</source>
            <translation>cuenta como visible</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/prompt_files.py" />
            <source>it has no category</source>
            <translation>no tiene categoría</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/labelme.py" />
            <source>it has no label, points or shape_type.</source>
            <translation>no tiene label, points o shape_type.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/labelme.py" />
            <source>it has no points.</source>
            <translation>no tiene puntos.</translation>
        </message>
        <message>
            <location filename="../../app/project/row_parsing.py" />
            <source>it has {0} keypoints, its category "{1}" has {2}.</source>
            <extracomment>{0} = len(points), {1} = category.category.name, {2} = len(category.category)</extracomment>
            <translation>tiene {0} puntos clave, su categoría «{1}» tiene {2}.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/deeplabcut.py" />
            <source>it is a frame's number, not a picture's name.</source>
            <translation>es el número de un fotograma, no el nombre de una imagen.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>it is left out</source>
            <translation>se deja fuera</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/deeplabcut.py" />
            <source>it is missing.</source>
            <translation>falta.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/yolo.py" />
            <source>it is missing; Ultralytics starts from it.</source>
            <translation>falta; Ultralytics parte de él.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/prompt_files.py" />
            <source>it is no JSON ({0})</source>
            <extracomment>{0} = error</extracomment>
            <translation>no es JSON ({0})</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/labelme.py" />
            <source>it is no LabelMe file.</source>
            <translation>no es un archivo de LabelMe.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/labelme.py" />
            <source>it is no shape.</source>
            <translation>no es una forma.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/yolo.py" />
            <source>it is there twice; one of the two would be dropped.</source>
            <translation>está dos veces; una de las dos se descartaría.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/prompt_files.py" />
            <source>it is too large</source>
            <translation>es demasiado grande</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/tensor_file.py" />
            <source>it is {0} bytes long, its header speaks of {1}</source>
            <extracomment>{0} = size, {1} = end</extracomment>
            <translation>ocupa {0} bytes, su encabezado habla de {1}</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/nwb.py" />
            <source>it names no image file.</source>
            <translation>no nombra ningún archivo de imagen.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/tables.py" />
            <source>it names no image.</source>
            <translation>no nombra ninguna imagen.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/registry.py" />
            <source>it needs "licences" and "models", and nothing else</source>
            <translation>necesita "licences" y "models", y nada más</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/prompt_files.py" />
            <source>its "format" is another</source>
            <translation>su "format" es otro</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/yolo.py" />
            <source>its box has no width or height and is left out.</source>
            <translation>su recuadro no tiene ancho o alto y se deja fuera.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/tables.py" />
            <source>its box has not four numbers and is left out.</source>
            <translation>su recuadro no tiene cuatro números y se deja fuera.</translation>
        </message>
        <message>
            <location filename="../../app/project/row_parsing.py" />
            <source>its category {0} is missing.</source>
            <extracomment>{0} = category_id</extracomment>
            <translation>falta su categoría {0}.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/deeplabcut.py" />
            <source>its columns are not scorer, bodyparts and coords.</source>
            <translation>sus columnas no son scorer, bodyparts y coords.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/cvat.py" />
            <source>its frame is {0}.</source>
            <extracomment>{0} = frame</extracomment>
            <translation>su fotograma es {0}.</translation>
        </message>
        <message>
            <location filename="../../app/project/row_parsing.py" />
            <source>its further fields are no text.</source>
            <translation>sus demás campos no son texto.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/labelme.py" />
            <source>its group has the box of a "{0}" already.</source>
            <extracomment>{0} = group.name</extracomment>
            <translation>su grupo ya tiene el recuadro de un «{0}».</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/tensor_file.py" />
            <source>its header cannot be read ({0})</source>
            <extracomment>{0} = error</extracomment>
            <translation>su encabezado no se puede leer ({0})</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/tensor_file.py" />
            <source>its header is no object</source>
            <translation>su encabezado no es un objeto</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/tensor_file.py" />
            <source>its header would be {0} bytes long</source>
            <extracomment>{0} = length</extracomment>
            <translation>su encabezado tendría {0} bytes</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/registry.py" />
            <source>its ids are in quotes; pycocotools finds nothing of it.</source>
            <translation>sus identificadores están entre comillas; pycocotools no encuentra nada suyo.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/labelme.py" />
            <source>its image "{0}" is not there.</source>
            <extracomment>{0} = picture</extracomment>
            <translation>su imagen «{0}» no está.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/sleap.py" />
            <source>its image or its instances cannot be found.</source>
            <translation>su imagen o sus instancias no se encuentran.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/prompt_files.py" />
            <source>its keypoints are no list of sensible length</source>
            <translation>sus puntos clave no son una lista de longitud razonable</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/prompt_files.py" />
            <source>its names are no texts</source>
            <translation>sus nombres no son textos</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/registry.py" />
            <source>its parts are no filled lists</source>
            <translation>sus partes no son listas con contenido</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/deeplabcut.py" />
            <source>its scorer is "{0}", that of {1} is "{2}".</source>
            <extracomment>{0} = said, {1} = _CONFIG, {2} = config.get('scorer')</extracomment>
            <translation>su scorer es «{0}», el de {1} es «{2}».</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/prompt_files.py" />
            <source>its support {0}</source>
            <extracomment>{0} = number</extracomment>
            <translation>su ejemplo {0}</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/prompt_files.py" />
            <source>its supports are no list of sensible length</source>
            <translation>sus ejemplos no son una lista de longitud razonable</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/prompt_files.py" />
            <source>its texts are not {0} texts</source>
            <extracomment>{0} = len(category)</extracomment>
            <translation>sus textos no son {0} textos</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/sleap.py" />
            <source>its video is not listed.</source>
            <translation>su vídeo no está en la lista.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/prompt_files.py" />
            <source>its {0} are no pairs of numbers</source>
            <extracomment>{0} = key</extracomment>
            <translation>sus {0} no son pares de números</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/pickles.py" />
            <source>kernel generation transformer</source>
            <translation>transformador que genera los núcleos</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/cvat.py" />
            <source>label "{0}"</source>
            <extracomment>{0} = name</extracomment>
            <translation>la etiqueta «{0}»</translation>
        </message>
        <message>
            <location filename="../../trainer/choices.py" />
            <source>no category has more than {0} instances</source>
            <extracomment>{0} = situation.largest</extracomment>
            <translation>ninguna categoría tiene más de {0} instancias</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/tables.py" />
            <source>no column of "{0}" is filled.</source>
            <extracomment>{0} = category</extracomment>
            <translation>ninguna columna de «{0}» tiene contenido.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/deeplabcut.py" />
            <source>no entry of "video_sets" has the name of its folder.</source>
            <translation>ninguna entrada de "video_sets" tiene el nombre de su carpeta.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/yolo.py" />
            <source>no image has a label where Ultralytics looks for it.</source>
            <translation>ninguna imagen tiene una anotación donde Ultralytics la busca.</translation>
        </message>
        <message>
            <location filename="../../trainer/choices.py" />
            <source>no limit</source>
            <translation>sin límite</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/yolo.py" />
            <source>not all of it are numbers.</source>
            <translation>no todo son números.</translation>
        </message>
        <message>
            <location filename="../../trainer/choices.py" />
            <source>nothing held back</source>
            <translation>nada reservado</translation>
        </message>
        <message>
            <location filename="../../trainer/choices.py" />
            <source>of each instance, whose features are computed once</source>
            <translation>de cada instancia, cuyas características se calculan una vez</translation>
        </message>
        <message>
            <location filename="../../trainer/choices.py" />
            <source>on a processor; the learning rate falls with the time</source>
            <translation>en un procesador; la tasa de aprendizaje baja con el tiempo</translation>
        </message>
        <message>
            <location filename="../../trainer/choices.py" />
            <source>one or two examples and the others to find them in</source>
            <translation>uno o dos ejemplos, y los demás para buscar en ellos</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/tables.py" />
            <source>only one of "{0}" and "{1}" is there; it counts as not labelled.</source>
            <extracomment>{0} = x, {1} = y</extracomment>
            <translation>solo está uno de «{0}» y «{1}»; cuenta como sin marcar.</translation>
        </message>
        <message>
            <location filename="../../trainer/choices.py" />
            <source>only what reads the features is changed, so it may move fast</source>
            <translation>solo cambia lo que lee las características, así que puede cambiar rápido</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/pickles.py" />
            <source>only {0}</source>
            <extracomment>{0} = sorted(numbers)[:8]</extracomment>
            <translation>solo {0}</translation>
        </message>
        <message>
            <location filename="../../app/controllers/prompt_files.py" />
            <source>support {0} marks "{1}" outside of its image, {2} x {3} px</source>
            <extracomment>{0} = number, {1} = name, {2} = width, {3} = height</extracomment>
            <translation>el ejemplo {0} marca «{1}» fuera de su imagen, de {2} x {3} px</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/pickles.py" />
            <source>text adaptation</source>
            <translation>adaptación de texto</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/pickles.py" />
            <source>text encoder</source>
            <translation>codificador de texto</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>that is mended</source>
            <translation>se ha corregido</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/deeplabcut.py" />
            <source>the .h5 beside it has other columns or pictures; DeepLabCut reads the .h5.</source>
            <translation>el .h5 que está a su lado tiene otras columnas o imágenes; DeepLabCut lee el .h5.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/deeplabcut.py" />
            <source>the .h5 beside it has other positions; DeepLabCut reads the .h5.</source>
            <translation>el .h5 que está a su lado tiene otras posiciones; DeepLabCut lee el .h5.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/prompt_files.py" />
            <source>the box of {0} is empty</source>
            <extracomment>{0} = what</extracomment>
            <translation>el recuadro de {0} está vacío</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/yolo.py" />
            <source>the class {0} has no name.</source>
            <extracomment>{0} = row[0]</extracomment>
            <translation>la clase {0} no tiene nombre.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/deeplabcut.py" />
            <source>the column "{0}" is there twice; the first counts.</source>
            <extracomment>{0} = ' '.join(names[1:])</extracomment>
            <translation>la columna "{0}" está dos veces; cuenta la primera.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/files.py" />
            <source>the drawing of "{0}"</source>
            <extracomment>{0} = name</extracomment>
            <translation>el dibujo de «{0}»</translation>
        </message>
        <message>
            <location filename="../../app/project/files.py" />
            <source>the file is damaged</source>
            <translation>el archivo está dañado</translation>
        </message>
        <message>
            <location filename="../../trainer/choices.py" />
            <source>the image encoder is not changed</source>
            <translation>el codificador de imágenes no cambia</translation>
        </message>
        <message>
            <location filename="../../trainer/choices.py" />
            <source>the image encoder is small: tuning it too learns most in any time</source>
            <translation>el codificador de imágenes es pequeño: ajustarlo también es lo que más aprende en cualquier tiempo</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>the image file tells it</source>
            <translation>el archivo de imagen lo dice</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/prompt_files.py" />
            <source>the image {0} leads in a circle</source>
            <extracomment>{0} = name</extracomment>
            <translation>la imagen {0} lleva en círculo</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/prompt_files.py" />
            <source>the image {0} lies outside of its folder</source>
            <extracomment>{0} = name</extracomment>
            <translation>la imagen {0} está fuera de su carpeta</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/registry.py" />
            <source>the layout of {0} has sizes below 1</source>
            <extracomment>{0} = name</extracomment>
            <translation>la estructura de {0} tiene tamaños menores que 1</translation>
        </message>
        <message>
            <location filename="../../trainer/choices.py" />
            <source>the length was asked for</source>
            <translation>la duración se pidió así</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/registry.py" />
            <source>the licence "{0}" is there twice</source>
            <extracomment>{0} = licence.id</extracomment>
            <translation>la licencia «{0}» está dos veces</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/registry.py" />
            <source>the licence "{0}" of {1} is not in it</source>
            <extracomment>{0} = values['licence'], {1} = name</extracomment>
            <translation>la licencia «{0}» de {1} no está en ella</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/deeplabcut.py" />
            <location filename="../../gkdt_core/formats/nwb.py" />
            <location filename="../../gkdt_core/formats/sleap.py" />
            <source>the picture is not there.</source>
            <translation>la imagen no está.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/labelme.py" />
            <source>the position of "{0}" is not made of numbers.</source>
            <extracomment>{0} = label</extracomment>
            <translation>la posición de «{0}» no está hecha de números.</translation>
        </message>
        <message>
            <location filename="../../app/project/files.py" />
            <source>the project file cannot be used ({0})</source>
            <extracomment>{0} = error</extracomment>
            <translation>el archivo del proyecto no se puede usar ({0})</translation>
        </message>
        <message>
            <location filename="../../trainer/commands.py" />
            <source>the prompt and head parts</source>
            <translation>las partes del prompt y las cabezas</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>the second gets another</source>
            <translation>el segundo recibe otro</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>the section "{0}" is missing.</source>
            <extracomment>{0} = section</extracomment>
            <translation>falta la sección «{0}».</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/yolo.py" />
            <source>the size of its image is not known.</source>
            <translation>no se conoce el tamaño de su imagen.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/cvat.py" />
            <source>the skeleton "{0}" has no points.</source>
            <extracomment>{0} = name</extracomment>
            <translation>el esqueleto «{0}» no tiene puntos.</translation>
        </message>
        <message>
            <location filename="../../trainer/commands.py" />
            <source>the upper image encoder, the prompt and head parts</source>
            <translation>la parte superior del codificador de imágenes, las partes del prompt y las cabezas</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/labelme.py" />
            <source>there is already a "{0}" in its group; give each instance a group_id.</source>
            <extracomment>{0} = label</extracomment>
            <translation>ya hay un «{0}» en su grupo; dé un group_id a cada instancia.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/cvat.py" />
            <source>there is already a "{0}"; group each instance in CVAT.</source>
            <extracomment>{0} = item.label</extracomment>
            <translation>ya hay un «{0}»; agrupe cada instancia en CVAT.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/yolo.py" />
            <source>there is no "flip_idx", so images are never mirrored in training.</source>
            <translation>no hay "flip_idx", así que las imágenes nunca se reflejan al entrenar.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/deeplabcut.py" />
            <source>there is no .h5 beside it; DeepLabCut makes one with convertcsv2h5.</source>
            <translation>no hay un .h5 a su lado; DeepLabCut lo hace con convertcsv2h5.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/yolo.py" />
            <source>there is no image for it.</source>
            <translation>no hay ninguna imagen para él.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/yolo.py" />
            <source>there is no such image in the folder.</source>
            <translation>no hay tal imagen en la carpeta.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>this is a plain list, as in results files, without images and categories.</source>
            <translation>esto es una simple lista, como en los archivos de resultados, sin imágenes ni categorías.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>this is not a COCO dataset.</source>
            <translation>esto no es un conjunto de datos COCO.</translation>
        </message>
        <message>
            <location filename="../../app/project/files.py" />
            <source>this is not a project file</source>
            <translation>no es un archivo de proyecto</translation>
        </message>
        <message>
            <location filename="../../trainer/choices.py" />
            <source>too few to spare any: looks are at the images that are learned from</source>
            <translation>demasiado pocas para apartar alguna: se comprueba con las mismas imágenes de las que se aprende</translation>
        </message>
        <message>
            <location filename="../../trainer/choices.py" />
            <source>too many instances to see a view again, so none is kept</source>
            <translation>demasiadas instancias para volver a ver una vista, así que no se guarda ninguna</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/cvat.py" />
            <source>track {0}</source>
            <extracomment>{0} = track.get('id')</extracomment>
            <translation>la trayectoria {0}</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>two annotations have the id {0}.</source>
            <extracomment>{0} = identity</extracomment>
            <translation>dos anotaciones tienen el id {0}.</translation>
        </message>
        <message>
            <location filename="../../trainer/choices.py" />
            <source>two categories or poses a step keep the direction steady; more is slower</source>
            <translation>dos categorías o posturas por paso mantienen estable la dirección; más es más lento</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/pickles.py" />
            <source>under "model"</source>
            <translation>bajo "model"</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/prompt_files.py" />
            <source>what counts is neither true nor false</source>
            <translation>lo que cuenta no es ni verdadero ni falso</translation>
        </message>
        <message>
            <location filename="../../trainer/choices.py" />
            <source>what knows pictures in general moves half as fast</source>
            <translation>lo que conoce las imágenes en general cambia a la mitad de velocidad</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/categories.py" />
            <source>{0} ("{1}") has no list of keypoint names.</source>
            <extracomment>{0} = source, {1} = name</extracomment>
            <translation>{0} («{1}») no tiene una lista de nombres de puntos clave.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/categories.py" />
            <source>{0} ("{1}"): "flip_pairs"</source>
            <extracomment>{0} = source, {1} = name</extracomment>
            <translation>{0} («{1}»): "flip_pairs"</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/categories.py" />
            <source>{0} ("{1}"): "skeleton"</source>
            <extracomment>{0} = source, {1} = name</extracomment>
            <translation>{0} («{1}»): "skeleton"</translation>
        </message>
        <message>
            <location filename="../../app/project/comparing.py" />
            <source>{0} and {1} have no picture in common.</source>
            <extracomment>{0} = first.name, {1} = second.name</extracomment>
            <translation>{0} y {1} no tienen ninguna imagen en común.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/download.py" />
            <source>{0} answered with {1}.</source>
            <extracomment>{0} = model.page, {1} = status</extracomment>
            <translation>{0} respondió con {1}.</translation>
        </message>
        <message>
            <location filename="../../app/project/row_parsing.py" />
            <source>{0} are no list of texts.</source>
            <extracomment>{0} = what</extracomment>
            <translation>{0} no son una lista de textos.</translation>
        </message>
        <message>
            <location filename="../../app/project/row_parsing.py" />
            <source>{0} are no list.</source>
            <extracomment>{0} = what</extracomment>
            <translation>{0} no son una lista.</translation>
        </message>
        <message>
            <location filename="../../app/project/row_parsing.py" />
            <source>{0} are no pairs of numbers.</source>
            <extracomment>{0} = what</extracomment>
            <translation>{0} no son pares de números.</translation>
        </message>
        <message>
            <location filename="../../trainer/run_state.py" />
            <source>{0} belongs to a run that began with another model, unnamed ({1}), not with this one ({2}).</source>
            <extracomment>{0} = path, {1} = digest[:12], {2} = self.start.digest[:12]</extracomment>
            <translation>{0} pertenece a un entrenamiento que empezó con otro modelo, sin nombre ({1}), no con este ({2}).</translation>
        </message>
        <message>
            <location filename="../../trainer/run_state.py" />
            <source>{0} belongs to a run that began with another model, unnamed ({1}), not with {2} ({3}).</source>
            <extracomment>{0} = path, {1} = digest[:12], {2} = self.start.name or 'this one', {3} = self.start.digest[:12]</extracomment>
            <translation>{0} pertenece a un entrenamiento que empezó con otro modelo, sin nombre ({1}), no con {2} ({3}).</translation>
        </message>
        <message>
            <location filename="../../trainer/run_state.py" />
            <source>{0} belongs to a run that began with another model, {1} ({2}), not with this one ({3}).</source>
            <extracomment>{0} = path, {1} = name or 'unnamed', {2} = digest[:12], {3} = self.start.digest[:12]</extracomment>
            <translation>{0} pertenece a un entrenamiento que empezó con otro modelo, {1} ({2}), no con este ({3}).</translation>
        </message>
        <message>
            <location filename="../../trainer/run_state.py" />
            <source>{0} belongs to a run that began with another model, {1} ({2}), not with {3} ({4}).</source>
            <extracomment>{0} = path, {1} = name or 'unnamed', {2} = digest[:12], {3} = self.start.name or 'this one', {4} = self.start.digest[:12]</extracomment>
            <translation>{0} pertenece a un entrenamiento que empezó con otro modelo, {1} ({2}), no con {3} ({4}).</translation>
        </message>
        <message>
            <location filename="../../trainer/run_state.py" />
            <source>{0} belongs to another model or another choice of what to tune.</source>
            <extracomment>{0} = path</extracomment>
            <translation>{0} pertenece a otro modelo o a otra elección de qué ajustar.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/staging.py" />
            <source>{0} bytes</source>
            <extracomment>{0} = count</extracomment>
            <translation>{0} bytes</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/download.py" />
            <source>{0} cannot be downloaded: HF_HUB_OFFLINE is set.</source>
            <extracomment>{0} = model.name</extracomment>
            <translation>{0} no se puede descargar: HF_HUB_OFFLINE está definida.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/download.py" />
            <source>{0} cannot be downloaded: no connection to the model hub ({1}).</source>
            <extracomment>{0} = model.name, {1} = type(error).__name__</extracomment>
            <translation>{0} no se puede descargar: no hay conexión con el servidor de modelos ({1}).</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/pickles.py" />
            <source>{0} cannot be read as a checkpoint: {1}</source>
            <extracomment>{0} = path.name, {1} = _first_line(error)</extracomment>
            <translation>{0} no se puede leer como punto de control: {1}</translation>
        </message>
        <message>
            <location filename="../../app/project/row_parsing.py" />
            <source>{0} cannot be read.</source>
            <extracomment>{0} = what</extracomment>
            <translation>{0} no se puede leer.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/config_file.py" />
            <location filename="../../gkdt_core/weights/tensor_file.py" />
            <source>{0} cannot be read: {1}</source>
            <extracomment>{0} = what, {1} = error</extracomment>
            <translation>{0} no se puede leer: {1}</translation>
        </message>
        <message>
            <location filename="../../trainer/run_state.py" />
            <source>{0} cannot be read: {1}.</source>
            <extracomment>{0} = path, {1} = error</extracomment>
            <translation>{0} no se puede leer: {1}.</translation>
        </message>
        <message>
            <location filename="../../trainer/options.py" />
            <source>{0} cannot be written: {1}.</source>
            <extracomment>{0} = path, {1} = error</extracomment>
            <translation>{0} no se puede escribir: {1}.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/registry.py" />
            <source>{0} cannot be {1} bytes large</source>
            <extracomment>{0} = name, {1} = about</extracomment>
            <translation>{0} no puede ocupar {1} bytes</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/pickles.py" />
            <source>{0} claims to hold more weights than the file has room for.</source>
            <extracomment>{0} = path.name</extracomment>
            <translation>{0} dice contener más pesos de los que caben en el archivo.</translation>
        </message>
        <message>
            <location filename="../../app/project/exporting.py" />
            <source>{0} damaged record of the project file.</source>
            <extracomment>{0} = len(len(self._database.problems))</extracomment>
            <translation>{0} registro dañado del archivo del proyecto.</translation>
        </message>
        <message>
            <location filename="../../app/project/exporting.py" />
            <source>{0} damaged records of the project file.</source>
            <extracomment>{0} = len(len(self._database.problems))</extracomment>
            <translation>{0} registros dañados del archivo del proyecto.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/config_file.py" />
            <source>{0} does not describe a GKDT model: "format" is not "{1}".</source>
            <extracomment>{0} = what, {1} = FORMAT</extracomment>
            <translation>{0} no describe un modelo GKDT: "format" no es «{1}».</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/prompt_files.py" />
            <source>{0} does not have {1} keypoints</source>
            <extracomment>{0} = what, {1} = count</extracomment>
            <translation>{0} no tiene {1} puntos clave</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/config_file.py" />
            <source>{0} does not hold an object.</source>
            <extracomment>{0} = what</extracomment>
            <translation>{0} no contiene un objeto.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/download.py" />
            <source>{0} does not let you in ({1}).</source>
            <extracomment>{0} = model.page, {1} = status</extracomment>
            <translation>{0} no le permite entrar ({1}).</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/download.py" />
            <source>{0} does not say the size and the SHA-256 of "{1}": a copy could not be checked.</source>
            <extracomment>{0} = model.page, {1} = names[0][:100]</extracomment>
            <translation>{0} no dice el tamaño ni el SHA-256 de «{1}»: una copia no se podría comprobar.</translation>
        </message>
        <message>
            <location filename="../../trainer/choices.py" />
            <source>{0} epochs as asked for</source>
            <extracomment>{0} = epochs</extracomment>
            <translation>{0} épocas, como se pidió</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/prompt_files.py" />
            <source>{0} has a place that is no number</source>
            <extracomment>{0} = what</extracomment>
            <translation>{0} tiene una posición que no es un número</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/prompt_files.py" />
            <source>{0} has a place that is not {1} sensible numbers</source>
            <extracomment>{0} = what, {1} = count</extracomment>
            <translation>{0} tiene una posición que no son {1} números razonables</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/config_file.py" />
            <source>{0} has no "network".</source>
            <extracomment>{0} = what</extracomment>
            <translation>{0} no tiene "network".</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>{0} has no "{1}".</source>
            <extracomment>{0} = what, {1} = key</extracomment>
            <translation>{0} no tiene "{1}".</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/download.py" />
            <source>{0} has no file "{1}".</source>
            <extracomment>{0} = model.page, {1} = file</extracomment>
            <translation>{0} no tiene ningún archivo «{1}».</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/download.py" />
            <source>{0} has no files that could be the model.</source>
            <extracomment>{0} = model.page</extracomment>
            <translation>{0} no tiene archivos que puedan ser el modelo.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/deeplabcut.py" />
            <source>{0} has no header of scorer, bodyparts and coords.</source>
            <extracomment>{0} = path.name</extracomment>
            <translation>{0} no tiene un encabezado de scorer, bodyparts y coords.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/categories.py" />
            <source>{0} has no name.</source>
            <extracomment>{0} = source</extracomment>
            <translation>{0} no tiene nombre.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/official.py" />
            <source>{0} has no weights under "model".</source>
            <extracomment>{0} = path.name</extracomment>
            <translation>{0} no tiene pesos bajo "model".</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/pickles.py" />
            <source>{0} has two entries of one name, which {1}s have not.</source>
            <extracomment>{0} = path.name, {1} = what</extracomment>
            <translation>{0} tiene dos entradas con el mismo nombre; un {1} no las tiene.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/config_file.py" />
            <source>{0} has unknown settings: {1}.</source>
            <extracomment>{0} = what, {1} = ', '.join(unknown)</extracomment>
            <translation>{0} tiene ajustes desconocidos: {1}.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>{0} has {1} as its "{2}".</source>
            <extracomment>{0} = what, {1} = short(value), {2} = key</extracomment>
            <translation>{0} tiene {1} como "{2}".</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/download.py" />
            <source>{0} has {1} files that could be the model.</source>
            <extracomment>{0} = model.page, {1} = len(names) or 'no'</extracomment>
            <translation>{0} tiene {1} archivos que podrían ser el modelo.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>{0} has {1} keypoint numbers; its category "{2}" has {3} keypoints, so {4} are expected.</source>
            <extracomment>{0} = what, {1} = len(flat), {2} = category.name, {3} = count, {4} = 3 * count</extracomment>
            <translation>{0} tiene {1} números de puntos clave; su categoría «{2}» tiene {3} puntos clave, así que se esperan {4}.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/domain.py" />
            <source>{0} have shape {1}, expected {2}.</source>
            <extracomment>{0} = what, {1} = array.shape, {2} = shape</extracomment>
            <translation>{0}: la forma es {1}, se esperaba {2}.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/pickles.py" />
            <source>{0} holds something other than weights, which was not opened: it could run code.</source>
            <extracomment>{0} = path.name</extracomment>
            <translation>{0} contiene algo que no son pesos y que no se abrió: podría ejecutar código.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/categories.py" />
            <source>{0} holds {1}, which is not a pair of keypoint numbers.</source>
            <extracomment>{0} = what, {1} = short(link)</extracomment>
            <translation>{0} contiene {1}, que no es un par de números de puntos clave.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/deeplabcut.py" />
            <location filename="../../gkdt_core/formats/labelme.py" />
            <location filename="../../gkdt_core/formats/yolo.py" />
            <source>{0} image file cannot be found.</source>
            <extracomment>{0} = len(missing)</extracomment>
            <translation>No se encuentra {0} archivo de imagen.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/deeplabcut.py" />
            <location filename="../../gkdt_core/formats/labelme.py" />
            <location filename="../../gkdt_core/formats/yolo.py" />
            <source>{0} image files cannot be found.</source>
            <extracomment>{0} = len(missing)</extracomment>
            <translation>No se encuentran {0} archivos de imagen.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/labelme.py" />
            <location filename="../../gkdt_core/formats/yolo.py" />
            <source>{0} image got another name.</source>
            <extracomment>{0} = len(renamed(names))</extracomment>
            <translation>{0} imagen recibió otro nombre.</translation>
        </message>
        <message>
            <location filename="../../app/project/exporting.py" />
            <source>{0} image has no size, as its file cannot be read.</source>
            <extracomment>{0} = len(unread)</extracomment>
            <translation>{0} imagen no tiene tamaño, porque su archivo no se puede leer.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/registry.py" />
            <source>{0} image has no width and height.</source>
            <extracomment>{0} = len(unsized)</extracomment>
            <translation>{0} imagen no tiene ancho ni alto.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/registry.py" />
            <source>{0} image is not in the folder of images.</source>
            <extracomment>{0} = len(missing)</extracomment>
            <translation>{0} imagen no está en la carpeta de imágenes.</translation>
        </message>
        <message>
            <location filename="../../app/project/exporting.py" />
            <source>{0} image whose state was not asked for.</source>
            <extracomment>{0} = len(by_state)</extracomment>
            <translation>{0} imagen cuyo estado no se pidió.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/yolo.py" />
            <source>{0} image without a known size was left out.</source>
            <extracomment>{0} = len(unsized)</extracomment>
            <translation>{0} imagen de tamaño desconocido se dejó fuera.</translation>
        </message>
        <message>
            <location filename="../../app/project/exporting.py" />
            <source>{0} image without instances.</source>
            <extracomment>{0} = len(empty)</extracomment>
            <translation>{0} imagen sin instancias.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/registry.py" />
            <source>{0} images are not in the folder of images.</source>
            <extracomment>{0} = len(missing)</extracomment>
            <translation>{0} imágenes no están en la carpeta de imágenes.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/labelme.py" />
            <location filename="../../gkdt_core/formats/yolo.py" />
            <source>{0} images got other names.</source>
            <extracomment>{0} = len(renamed(names))</extracomment>
            <translation>{0} imágenes recibieron otros nombres.</translation>
        </message>
        <message>
            <location filename="../../app/project/importing.py" />
            <source>{0} images have another size than their annotations say: "{1}" has {2} x {3} px instead of {4} x {5}. Their points may lie in the wrong place.</source>
            <extracomment>{0} = count, {1} = one.name, {2} = width, {3} = height, {4} = wide, {5} = high</extracomment>
            <translation>{0} imágenes tienen otro tamaño que el que dicen sus anotaciones: «{1}» tiene {2} x {3} px en vez de {4} x {5}. Sus puntos pueden estar en un lugar equivocado.</translation>
        </message>
        <message>
            <location filename="../../app/project/exporting.py" />
            <source>{0} images have no size, as their files cannot be read.</source>
            <extracomment>{0} = len(unread)</extracomment>
            <translation>{0} imágenes no tienen tamaño, porque sus archivos no se pueden leer.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/registry.py" />
            <source>{0} images have no width and height.</source>
            <extracomment>{0} = len(unsized)</extracomment>
            <translation>{0} imágenes no tienen ancho ni alto.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>{0} images name the file "{1}"; a project has it once.</source>
            <extracomment>{0} = number, {1} = name</extracomment>
            <translation>{0} imágenes nombran el archivo «{1}»; un proyecto lo tiene una vez.</translation>
        </message>
        <message>
            <location filename="../../app/project/exporting.py" />
            <source>{0} images whose state was not asked for.</source>
            <extracomment>{0} = len(by_state)</extracomment>
            <translation>{0} imágenes cuyo estado no se pidió.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/yolo.py" />
            <source>{0} images without a known size were left out.</source>
            <extracomment>{0} = len(unsized)</extracomment>
            <translation>{0} imágenes de tamaño desconocido se dejaron fuera.</translation>
        </message>
        <message>
            <location filename="../../app/project/exporting.py" />
            <source>{0} images without instances.</source>
            <extracomment>{0} = len(empty)</extracomment>
            <translation>{0} imágenes sin instancias.</translation>
        </message>
        <message>
            <location filename="../../app/project/exporting.py" />
            <source>{0} imported record without keypoints or category.</source>
            <extracomment>{0} = len(orphans)</extracomment>
            <translation>{0} registro importado sin puntos clave o categoría.</translation>
        </message>
        <message>
            <location filename="../../app/project/exporting.py" />
            <source>{0} imported records without keypoints or category.</source>
            <extracomment>{0} = len(orphans)</extracomment>
            <translation>{0} registros importados sin puntos clave o categoría.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/tables.py" />
            <source>{0} in column "{1}" is not 0, 1 or 2; the point counts as visible.</source>
            <extracomment>{0} = value, {1} = key</extracomment>
            <translation>{0} en la columna "{1}" no es 0, 1 ni 2; el punto cuenta como visible.</translation>
        </message>
        <message>
            <location filename="../../app/project/exporting.py" />
            <source>{0} instance that had only such points.</source>
            <extracomment>{0} = len(emptied)</extracomment>
            <translation>{0} instancia que solo tenía puntos así.</translation>
        </message>
        <message>
            <location filename="../../trainer/choices.py" />
            <source>{0} instances</source>
            <extracomment>{0} = situation.checked</extracomment>
            <translation>{0} instancias</translation>
        </message>
        <message>
            <location filename="../../trainer/choices.py" />
            <source>{0} instances are too few to change a large image encoder; its features are kept</source>
            <extracomment>{0} = count</extracomment>
            <translation>{0} instancias son muy pocas para cambiar un codificador de imágenes grande; sus características se conservan</translation>
        </message>
        <message>
            <location filename="../../trainer/choices.py" />
            <source>{0} instances can turn the image encoder's last layers, not all of it</source>
            <extracomment>{0} = count</extracomment>
            <translation>{0} instancias pueden cambiar las últimas capas del codificador de imágenes, no todo</translation>
        </message>
        <message>
            <location filename="../../trainer/choices.py" />
            <source>{0} instances on a graphics card: enough for the whole image encoder</source>
            <extracomment>{0} = count</extracomment>
            <translation>{0} instancias en una tarjeta gráfica: bastan para todo el codificador de imágenes</translation>
        </message>
        <message>
            <location filename="../../app/project/exporting.py" />
            <source>{0} instances that had only such points.</source>
            <extracomment>{0} = len(emptied)</extracomment>
            <translation>{0} instancias que solo tenían puntos así.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/verify.py" />
            <source>{0} is an official checkpoint, which is checked when it is converted.</source>
            <extracomment>{0} = entry.name</extracomment>
            <translation>{0} es un punto de control oficial, que se comprueba al convertirlo.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/staging.py" />
            <source>{0} is being downloaded already.</source>
            <extracomment>{0} = model.name</extracomment>
            <translation>{0} ya se está descargando.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/pickles.py" />
            <source>{0} is compressed, which {1}s are not.</source>
            <extracomment>{0} = path.name, {1} = what</extracomment>
            <translation>{0} está comprimido; un {1} no lo está.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/config_file.py" />
            <source>{0} is larger than {1} MiB.</source>
            <extracomment>{0} = what, {1} = most_bytes &gt;&gt; 20</extracomment>
            <translation>{0} ocupa más de {1} MiB.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/tensor_file.py" />
            <source>{0} is no complete safetensors file: {1}.</source>
            <extracomment>{0} = what, {1} = why</extracomment>
            <translation>{0} no es un archivo safetensors completo: {1}.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/registry.py" />
            <source>{0} is no list of released models: {1}.</source>
            <extracomment>{0} = path, {1} = what</extracomment>
            <translation>{0} no es una lista de modelos publicados: {1}.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/prompt_files.py" />
            <source>{0} is no record</source>
            <extracomment>{0} = what</extracomment>
            <translation>{0} no es un registro</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/files.py" />
            <source>{0} is not XML that can be read: {1}.</source>
            <extracomment>{0} = what, {1} = error</extracomment>
            <translation>{0} no es XML que se pueda leer: {1}.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/pickles.py" />
            <source>{0} is not a complete {1}.</source>
            <extracomment>{0} = path.name, {1} = what</extracomment>
            <translation>{0} no es un {1} completo.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/categories.py" />
            <source>{0} is not a list.</source>
            <extracomment>{0} = what</extracomment>
            <translation>{0} no es una lista.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/download.py" />
            <source>{0} is not there, or not open to you.</source>
            <extracomment>{0} = model.page</extracomment>
            <translation>{0} no existe o no está abierto para usted.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/config_file.py" />
            <source>{0} is not valid JSON: {1}</source>
            <extracomment>{0} = what, {1} = error</extracomment>
            <translation>{0} no es JSON válido: {1}</translation>
        </message>
        <message>
            <location filename="../../app/project/other_formats.py" />
            <source>{0} is not written.</source>
            <extracomment>{0} = form.title</extracomment>
            <translation>{0} no se escribe.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/convert.py" />
            <source>{0} is not {1}: its image encoder has {2}; that of {3} has {4}.</source>
            <extracomment>{0} = path.name, {1} = released.name, {2} = found.words(), {3} = released.name, {4} = released.layout.words()</extracomment>
            <translation>{0} no es {1}: su codificador de imágenes tiene {2}; el de {3} tiene {4}.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/config_file.py" />
            <source>{0} is of version {1}; this program reads version {2}.</source>
            <extracomment>{0} = what, {1} = str(values.get('version'))[:20], {2} = VERSION</extracomment>
            <translation>{0} es de la versión {1}; este programa lee la versión {2}.</translation>
        </message>
        <message>
            <location filename="../../trainer/commands.py" />
            <source>{0} is the model to start from, which the new one would replace.</source>
            <extracomment>{0} = args.out</extracomment>
            <translation>{0} es el modelo de partida, que el nuevo reemplazaría.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/download.py" />
            <source>{0} is under {1}, which has not been agreed to.</source>
            <extracomment>{0} = model.name, {1} = model.licence.name</extracomment>
            <translation>{0} está bajo {1}, que no se ha aceptado.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/pickles.py" />
            <source>{0} lacks the weight "{1}".</source>
            <extracomment>{0} = self._what, {1} = key</extracomment>
            <translation>A {0} le falta el peso «{1}».</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/download.py" />
            <source>{0} lets only people in who accepted its terms there.</source>
            <extracomment>{0} = model.page</extracomment>
            <translation>{0} solo deja entrar a quien aceptó allí sus condiciones.</translation>
        </message>
        <message>
            <location filename="../../trainer/choices.py" />
            <source>{0} looks at how it goes</source>
            <extracomment>{0} = VALIDATIONS</extracomment>
            <translation>{0} comprobaciones de cómo va</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/prompt_files.py" />
            <source>{0} marks nothing</source>
            <extracomment>{0} = what</extracomment>
            <translation>{0} no marca nada</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>{0} names category {1}, which the file does not define.</source>
            <extracomment>{0} = what, {1} = category_id</extracomment>
            <translation>{0} nombra la categoría {1}, que el archivo no define.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>{0} names image {1}, which the file does not list.</source>
            <extracomment>{0} = what, {1} = image_id</extracomment>
            <translation>{0} nombra la imagen {1}, que no está en la lista del archivo.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/hdf5.py" />
            <source>{0} needs the package "{1}", which is not installed.</source>
            <extracomment>{0} = what, {1} = module</extracomment>
            <translation>{0} necesita el paquete "{1}", que no está instalado.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/yolo.py" />
            <source>{0} numbers, expected {1}.</source>
            <extracomment>{0} = len(row), {1} = expected</extracomment>
            <translation>{0} números, se esperaban {1}.</translation>
        </message>
        <message>
            <location filename="../../app/project/exporting.py" />
            <source>{0} point of the model that nobody reviewed.</source>
            <extracomment>{0} = len(model_points)</extracomment>
            <translation>{0} punto del modelo que nadie revisó.</translation>
        </message>
        <message>
            <location filename="../../app/project/exporting.py" />
            <source>{0} points of the model that nobody reviewed.</source>
            <extracomment>{0} = len(model_points)</extracomment>
            <translation>{0} puntos del modelo que nadie revisó.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/download.py" />
            <source>{0} sent another length than it announces.</source>
            <extracomment>{0} = model.page</extracomment>
            <translation>{0} envió una longitud distinta de la que anuncia.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>{0} times NaN or an infinite number; each counts as missing.</source>
            <extracomment>{0} = missing</extracomment>
            <translation>{0} veces NaN o un número infinito; cada uno cuenta como ausente.</translation>
        </message>
        <message>
            <location filename="../../trainer/choices.py" />
            <source>{0} times the root of {1} instances: four times as many take twice as long</source>
            <extracomment>{0} = factor, {1} = situation.instances</extracomment>
            <translation>{0} veces la raíz de {1} instancias: cuatro veces más tardan el doble</translation>
        </message>
        <message>
            <location filename="../../trainer/run_state.py" />
            <source>{0} was written by another version of this program.</source>
            <extracomment>{0} = path</extracomment>
            <translation>{0} se escribió con otra versión de este programa.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/cvat.py" />
            <source>{0}, frame {1}</source>
            <extracomment>{0} = what, {1} = frame</extracomment>
            <translation>{0}, fotograma {1}</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>{0}, keypoint "{1}": {2} in "{3}" is not a number.</source>
            <extracomment>{0} = what, {1} = keypoint, {2} = short(value), {3} = key</extracomment>
            <translation>{0}, punto clave «{1}»: {2} en "{3}" no es un número.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>{0}, keypoint "{1}": {2} is {3}.</source>
            <extracomment>{0} = what, {1} = category.keypoints[position // 3], {2} = 'xyv'[position % 3], {3} = short(flat[position])</extracomment>
            <translation>{0}, punto clave «{1}»: {2} es {3}.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/tables.py" />
            <source>{0}, line {1}</source>
            <extracomment>{0} = path.name, {1} = line</extracomment>
            <translation>{0}, línea {1}</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/deeplabcut.py" />
            <location filename="../../gkdt_core/formats/yolo.py" />
            <source>{0}, row {1}</source>
            <extracomment>{0} = table.name, {1} = place</extracomment>
            <translation>{0}, fila {1}</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/labelme.py" />
            <source>{0}, shape {1}</source>
            <extracomment>{0} = where, {1} = index</extracomment>
            <translation>{0}, forma {1}</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/deeplabcut.py" />
            <source>{0}, the .h5 beside it</source>
            <extracomment>{0} = where</extracomment>
            <translation>{0}, el .h5 que está a su lado</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/directory.py" />
            <location filename="../../gkdt_core/weights/verify.py" />
            <source>{0}/{1} cannot be read: {2}</source>
            <extracomment>{0} = path.name, {1} = name, {2} = error</extracomment>
            <translation>{0}/{1} no se puede leer: {2}</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/verify.py" />
            <source>{0}/{1} has no SHA-256 of the weights to compare with: it was written by an early version of this program.</source>
            <extracomment>{0} = path.name, {1} = CONFIG_FILE</extracomment>
            <translation>{0}/{1} no tiene un SHA-256 de los pesos con el que comparar: lo escribió una versión antigua de este programa.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/directory.py" />
            <source>{0}/{1} is no complete safetensors file: {2}</source>
            <extracomment>{0} = path.parent.name, {1} = path.name, {2} = error</extracomment>
            <translation>{0}/{1} no es un archivo safetensors completo: {2}</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/verify.py" />
            <source>{0}/{1} is {2} bytes long; {3} was written for {4}.</source>
            <extracomment>{0} = path.name, {1} = WEIGHTS_FILE, {2} = weights.nbytes, {3} = CONFIG_FILE, {4} = record.nbytes</extracomment>
            <translation>{0}/{1} ocupa {2} bytes; {3} se escribió para {4}.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/verify.py" />
            <source>{0}/{1} was changed or damaged: its SHA-256 is {2}; {3} was written for {4}.</source>
            <extracomment>{0} = path.name, {1} = WEIGHTS_FILE, {2} = weights.sha256, {3} = CONFIG_FILE, {4} = record.sha256</extracomment>
            <translation>{0}/{1} se ha cambiado o dañado: su SHA-256 es {2}; {3} se escribió para {4}.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/verify.py" />
            <source>{0}/{1}: "{2}" holds values that are not finite numbers.</source>
            <extracomment>{0} = path.name, {1} = WEIGHTS_FILE, {2} = name</extracomment>
            <translation>{0}/{1}: «{2}» contiene valores que no son números finitos.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/config_file.py" />
            <source>{0}: "calibration" must be at least two (peak, probability) pairs with ascending peaks and probabilities from 0 to 1.</source>
            <extracomment>{0} = what</extracomment>
            <translation>{0}: "calibration" debe tener al menos dos pares (pico, probabilidad), con picos ascendentes y probabilidades de 0 a 1.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/config_file.py" />
            <source>{0}: "calibration_by_prompt" must have calibrations by the names {1}.</source>
            <extracomment>{0} = what, {1} = ', '.join(PROMPT_KINDS)</extracomment>
            <translation>{0}: "calibration_by_prompt" debe tener calibraciones con los nombres {1}.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>{0}: "keypoint_origins" holds {1}.</source>
            <extracomment>{0} = what, {1} = short(value)</extracomment>
            <translation>{0}: "keypoint_origins" contiene {1}.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/yolo.py" />
            <source>{0}: "kpt_shape" is {1}.</source>
            <extracomment>{0} = path.name, {1} = shape</extracomment>
            <translation>{0}: "kpt_shape" es {1}.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/yolo.py" />
            <source>{0}: "names" names no class.</source>
            <extracomment>{0} = path.name</extracomment>
            <translation>{0}: "names" no nombra ninguna clase.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/config_file.py" />
            <source>{0}: "source" must say "file", "licence" and "unknown_keys".</source>
            <extracomment>{0} = what</extracomment>
            <translation>{0}: "source" debe decir "file", "licence" y "unknown_keys".</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/config_file.py" />
            <source>{0}: "weights" must say the "sha256" and the "bytes" of the weights file.</source>
            <extracomment>{0} = what</extracomment>
            <translation>{0}: "weights" debe decir "sha256" y "bytes" del archivo de pesos.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/pickles.py" />
            <source>{0}: "{1}" has shape {2}, expected {3} dimensions.</source>
            <extracomment>{0} = self._what, {1} = key, {2} = tuple(tensor.shape), {3} = dims</extracomment>
            <translation>{0}: «{1}» tiene la forma {2}, se esperaban {3} dimensiones.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/network.py" />
            <source>{0}: "{1}" holds values that are not finite numbers.</source>
            <extracomment>{0} = what, {1} = key</extracomment>
            <translation>{0}: «{1}» contiene valores que no son números finitos.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/tensor_file.py" />
            <source>{0}: "{1}" is of the unknown type {2}.</source>
            <extracomment>{0} = what, {1} = name[:80], {2} = str(dtype)[:20]</extracomment>
            <translation>{0}: «{1}» es del tipo desconocido {2}.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/library.py" />
            <source>{0}: "{1}" is {2}, expected int.</source>
            <extracomment>{0} = CONFIG_FILE, {1} = name, {2} = str(value)[:30]</extracomment>
            <translation>{0}: "{1}" es {2}, se esperaba int.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/directory.py" />
            <source>{0}: "{1}" is {2}, expected {3}.</source>
            <extracomment>{0} = what, {1} = field.name, {2} = str(value)[:30], {3} = kinds[-1].__name__</extracomment>
            <translation>{0}: "{1}" es {2}, se esperaba {3}.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/config_file.py" />
            <source>{0}: "{1}" is {2}, which cannot be meant.</source>
            <extracomment>{0} = what, {1} = name, {2} = str(value)[:30]</extracomment>
            <translation>{0}: "{1}" es {2}, lo que no puede ser.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>{0}: "{1}" must be a list with one entry for each of the {2} keypoints.</source>
            <extracomment>{0} = what, {1} = key, {2} = len(category)</extracomment>
            <translation>{0}: "{1}" debe ser una lista con una entrada para cada uno de los {2} puntos clave.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/pickles.py" />
            <source>{0}: "{1}" {2} is not a plain tensor.</source>
            <extracomment>{0} = path.name, {1} = str(key)[:80], {2} = where</extracomment>
            <translation>{0}: «{1}» {2} no es un tensor simple.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/dinov3_names.py" />
            <source>{0}: "{1}{2}" and its mask differ in shape.</source>
            <extracomment>{0} = source.file, {1} = source.prefix, {2} = key</extracomment>
            <translation>{0}: «{1}{2}» y su máscara tienen formas distintas.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/dinov3_names.py" />
            <source>{0}: "{1}{2}" has a key bias, which this encoder does not have.</source>
            <extracomment>{0} = source.file, {1} = source.prefix, {2} = key</extracomment>
            <translation>{0}: «{1}{2}» tiene un sesgo de clave, que este codificador no tiene.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/dinov3_names.py" />
            <source>{0}: "{1}{2}" is no packed query, key and value.</source>
            <extracomment>{0} = source.file, {1} = source.prefix, {2} = key</extracomment>
            <translation>{0}: «{1}{2}» no es consulta, clave y valor juntos.</translation>
        </message>
        <message>
            <location filename="../../app/project/database.py" />
            <source>{0}: a project cannot be made there ({1}).</source>
            <extracomment>{0} = path, {1} = error.strerror</extracomment>
            <translation>{0}: no se puede crear un proyecto ahí ({1}).</translation>
        </message>
        <message>
            <location filename="../../app/project/comparing.py" />
            <source>{0}: both sides are this file.</source>
            <extracomment>{0} = first</extracomment>
            <translation>{0}: los dos lados son este archivo.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/categories.py" />
            <source>{0}: category {1}</source>
            <extracomment>{0} = self._name, {1} = identity</extracomment>
            <translation>{0}: categoría {1}</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/directory.py" />
            <source>{0}: inputs or heatmaps would be more than {1} px wide.</source>
            <extracomment>{0} = what, {1} = _MAX_SIDE</extracomment>
            <translation>{0}: las entradas o los mapas de calor tendrían más de {1} px de ancho.</translation>
        </message>
        <message>
            <location filename="../../app/project/backups.py" />
            <source>{0}: it cannot be replaced ({1}).</source>
            <extracomment>{0} = project, {1} = error.strerror</extracomment>
            <translation>{0}: no se puede reemplazar ({1}).</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/labelme.py" />
            <source>{0}: its picture is damaged.</source>
            <extracomment>{0} = self.file</extracomment>
            <translation>{0}: su imagen está dañada.</translation>
        </message>
        <message>
            <location filename="../../trainer/data/dataset.py" />
            <source>{0}: its {1} points are a model's, in images that nobody reviewed.</source>
            <extracomment>{0} = annotations, {1} = unaccepted</extracomment>
            <translation>{0}: sus {1} puntos son de un modelo, en imágenes que nadie revisó.</translation>
        </message>
        <message>
            <location filename="../../packaging/messages.py" />
            <source>{0}: line {1} column {2} (char {3})</source>
            <extracomment>{0} = error.msg, {1} = error.lineno, {2} = error.colno, {3} = error.pos</extracomment>
            <translation>{0}: línea {1}, columna {2} (carácter {3})</translation>
        </message>
        <message>
            <location filename="../../trainer/data/dataset.py" />
            <source>{0}: no instance has a visible keypoint.</source>
            <extracomment>{0} = annotations</extracomment>
            <translation>{0}: ninguna instancia tiene un punto clave visible.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/network.py" />
            <source>{0}: no network can have the sizes given: {1}</source>
            <extracomment>{0} = what, {1} = error</extracomment>
            <translation>{0}: ninguna red puede tener los tamaños dados: {1}</translation>
        </message>
        <message>
            <location filename="../../app/project/importing.py" />
            <source>{0}: none of its {1} images is in "{2}", for example "{3}".</source>
            <extracomment>{0} = path.name, {1} = missing, {2} = folder, {3} = dataset.images[0].file_name</extracomment>
            <translation>{0}: ninguna de sus {1} imágenes está en «{2}», por ejemplo «{3}».</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/deeplabcut.py" />
            <source>{0}: not among the body parts of {1}.</source>
            <extracomment>{0} = ', '.join(sorted(found - expected)[:5]), {1} = _CONFIG</extracomment>
            <translation>{0}: no está entre las partes del cuerpo de {1}.</translation>
        </message>
        <message>
            <location filename="../../app/project/backups.py" />
            <source>{0}: the backup cannot be written ({1}).</source>
            <extracomment>{0} = folder, {1} = error.strerror</extracomment>
            <translation>{0}: no se puede escribir la copia de seguridad ({1}).</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/pickles.py" />
            <source>{0}: the blocks "{1}0", "{2}1", ... are not complete ({3}).</source>
            <extracomment>{0} = self._what, {1} = prefix, {2} = prefix, {3} = found</extracomment>
            <translation>{0}: los bloques «{1}0», «{2}1», ... no están completos ({3}).</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>{0}: the box has a negative width or height: {1}.</source>
            <extracomment>{0} = what, {1} = short(value)</extracomment>
            <translation>{0}: el recuadro tiene un ancho o un alto negativos: {1}.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>{0}: the box is {1}.</source>
            <extracomment>{0} = what, {1} = short(value)</extracomment>
            <translation>{0}: el recuadro es {1}.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/yolo.py" />
            <source>{0}: the class {1} is not a number.</source>
            <extracomment>{0} = path.name, {1} = label</extracomment>
            <translation>{0}: la clase {1} no es un número.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/dinov3_names.py" />
            <source>{0}: the image encoder's position periods are not of base {1}.</source>
            <extracomment>{0} = source.file, {1} = config.rope_base</extracomment>
            <translation>{0}: los periodos de posición del codificador de imágenes no son de base {1}.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>{0}: the keypoints are not a list.</source>
            <extracomment>{0} = what</extracomment>
            <translation>{0}: los puntos clave no son una lista.</translation>
        </message>
        <message>
            <location filename="../../app/project/row_reading.py" />
            <source>{0}: the project has no image {1}.</source>
            <extracomment>{0} = self.path.name, {1} = image_id</extracomment>
            <translation>{0}: el proyecto no tiene la imagen {1}.</translation>
        </message>
        <message>
            <location filename="../../app/project/database.py" />
            <source>{0}: the project has the unknown layout {1}.</source>
            <extracomment>{0} = self.path, {1} = version</extracomment>
            <translation>{0}: el proyecto tiene la estructura desconocida {1}.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/network.py" />
            <source>{0}: the sizes of the network contradict each other: {1}.</source>
            <extracomment>{0} = what, {1} = contradictions[0]</extracomment>
            <translation>{0}: los tamaños de la red se contradicen: {1}.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/model/tokenizer.py" />
            <source>{0}: the text vocabulary cannot be read from {1}.</source>
            <extracomment>{0} = path.name, {1} = path.parent</extracomment>
            <translation>{0}: el vocabulario de texto no se puede leer de {1}.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/pickles.py" />
            <source>{0}: the {1} is {2} wide, which is no multiple of {3}.</source>
            <extracomment>{0} = self._what, {1} = what, {2} = width, {3} = _HEAD_WIDTH</extracomment>
            <translation>{0}: {1} tiene un ancho de {2}, que no es múltiplo de {3}.</translation>
        </message>
        <message>
            <location filename="../../trainer/data/dataset.py" />
            <source>{0}: there is no annotations/{1}.json.</source>
            <extracomment>{0} = root, {1} = split</extracomment>
            <translation>{0}: no existe annotations/{1}.json.</translation>
        </message>
        <message>
            <location filename="../../app/project/comparing.py" />
            <source>{0}: there is no such file.</source>
            <extracomment>{0} = path</extracomment>
            <translation>{0}: no existe ese archivo.</translation>
        </message>
        <message>
            <location filename="../../app/project/database.py" />
            <source>{0}: there is no such project file.</source>
            <extracomment>{0} = path</extracomment>
            <translation>{0}: no existe ese archivo de proyecto.</translation>
        </message>
        <message>
            <location filename="../../app/project/database.py" />
            <source>{0}: there is such a file already.</source>
            <extracomment>{0} = path</extracomment>
            <translation>{0}: ya existe ese archivo.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/dinov3_names.py" />
            <source>{0}: unknown weight "{1}{2}".</source>
            <extracomment>{0} = self.file, {1} = self.prefix, {2} = key</extracomment>
            <translation>{0}: peso desconocido «{1}{2}».</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/categories.py" />
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <location filename="../../gkdt_core/weights/directory.py" />
            <source>{0}: {1}</source>
            <extracomment>{0} = source, {1} = error.message</extracomment>
            <translation>{0}: {1}</translation>
        </message>
        <message>
            <location filename="../../app/project/files.py" />
            <location filename="../../app/project/row_reading.py" />
            <source>{0}: {1}.</source>
            <extracomment>{0} = path, {1} = what</extracomment>
            <translation>{0}: {1}.</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>{0}; {1}.</source>
            <extracomment>{0} = error.message.removeprefix(f'{self._name}: ').rstrip('.'), {1} = fate</extracomment>
            <translation>{0}; {1}.</translation>
        </message>
    </context>
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
        <message numerus="yes">
            <location filename="../../app/controllers/chosen_images.py" />
            <source>&amp;Accept {n:,} images</source>
            <extracomment>One: &amp;Accept {n} image</extracomment>
            <translation>
                <numerusform>&amp;Aceptar {n} imagen</numerusform>
                <numerusform>&amp;Aceptar {n:,} imágenes</numerusform>
            </translation>
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
            <source>&amp;Copy the path</source>
            <translation>&amp;Copiar la ruta</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Copy the pose</source>
            <translation>&amp;Copiar la pose</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/controllers/chosen_images.py" />
            <source>&amp;Copy {n:,} paths</source>
            <extracomment>One: &amp;Copy {n} path</extracomment>
            <translation>
                <numerusform>&amp;Copiar {n} ruta</numerusform>
                <numerusform>&amp;Copiar {n:,} rutas</numerusform>
            </translation>
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
            <location filename="../../app/actions.py" />
            <source>&amp;Open the image</source>
            <translation>&amp;Abrir la imagen</translation>
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
            <location filename="../../app/actions.py" />
            <source>&amp;Show in the folder</source>
            <translation>&amp;Mostrar en la carpeta</translation>
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
            <source>(before a deletion)</source>
            <translation>(antes de eliminar)</translation>
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
            <source>A backup is made when a project is opened, if it has changed, and every {minutes} minutes while you edit. The newest six stay, and the last one of each of fourteen days; and of those made before much was deleted at once, the newest ten.</source>
            <translation>Se hace una copia de seguridad al abrir un proyecto, si ha cambiado, y cada {minutes} minutos mientras se edita. Quedan las seis más recientes y la última de cada uno de catorce días; y de las hechas antes de eliminar mucho de una vez, las diez más recientes.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/controllers/batches.py" />
            <source>A batch from before is paused: {n:,} objects are left.</source>
            <extracomment>One: A batch from before is paused: {n} object is left.</extracomment>
            <translation>
                <numerusform>Un lote anterior está en pausa: queda {n} objeto.</numerusform>
                <numerusform>Un lote anterior está en pausa: quedan {n:,} objetos.</numerusform>
            </translation>
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
            <location filename="../../app/project/store_editing.py" />
            <source>Add category "{name}"</source>
            <translation>Añadir la categoría «{name}»</translation>
        </message>
        <message>
            <location filename="../../app/project/store_editing.py" />
            <source>Add instance</source>
            <translation>Añadir instancia</translation>
        </message>
        <message>
            <location filename="../../app/project/store_steps.py" />
            <source>Add the category first.</source>
            <translation>Añada primero la categoría.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/project/store_editing.py" />
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
            <translation>Todas</translation>
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
            <location filename="../../app/project/other_formats.py" />
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
            <translation>Modelo de partida: {model}. {train} para aprender, {validation} para comprobar.</translation>
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
            <location filename="../../app/controllers/waiting.py" />
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
            <location filename="../../app/project/store_editing.py" />
            <source>Category "{name}" has {len} keypoints, not {len2}.</source>
            <translation>La categoría «{name}» tiene {len} puntos clave, no {len2}.</translation>
        </message>
        <message>
            <location filename="../../app/project/store_editing.py" />
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
            <location filename="../../app/project/store_editing.py" />
            <source>Change category "{name}"</source>
            <translation>Cambiar la categoría «{name}»</translation>
        </message>
        <message>
            <location filename="../../app/project/store_editing.py" />
            <source>Change prompt</source>
            <translation>Cambiar el prompt</translation>
        </message>
        <message>
            <location filename="../../app/project/store_editing.py" />
            <source>Change prompt texts</source>
            <translation>Cambiar los textos del prompt</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_dialog.py" />
            <source>Change the category</source>
            <translation>Cambiar la categoría</translation>
        </message>
        <message>
            <location filename="../../app/controllers/transfer.py" />
            <source>Change the import…</source>
            <translation>Cambiar la importación…</translation>
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
            <location filename="../../app/project/database.py" />
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
            <location filename="../../app/project/files.py" />
            <source>Check the connection, or wait until the drive has woken up, then open it again.</source>
            <translation>Compruebe la conexión o espere a que la unidad se active, y ábralo de nuevo.</translation>
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
            <location filename="../../app/dialogs/category_dialog.py" />
            <source>Choose a ready-made category on the left, or type the first keypoint's name below.</source>
            <translation>Elija una categoría preparada a la izquierda o escriba abajo el nombre del primer punto clave.</translation>
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
            <location filename="../../app/project/store_steps.py" />
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
            <location filename="../../app/project/files.py" />
            <source>Close the other program (a backup or sync tool, a database viewer) and try again.</source>
            <translation>Cierre el otro programa (de copias de seguridad o sincronización, un visor de bases de datos) e inténtelo de nuevo.</translation>
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
        <message numerus="yes">
            <location filename="../../app/controllers/chosen_images.py" />
            <source>Copied {n:,} paths.</source>
            <extracomment>One: Copied the path.</extracomment>
            <translation>
                <numerusform>Se ha copiado la ruta.</numerusform>
                <numerusform>Se han copiado {n:,} rutas.</numerusform>
            </translation>
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
            <location filename="../../app/project/store_editing.py" />
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
            <location filename="../../app/project/store_editing.py" />
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
            <location filename="../../app/project/store_editing.py" />
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
            <location filename="../../app/controllers/history.py" />
            <source>Done again: {step}</source>
            <translation>Rehecho: {step}</translation>
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
            <location filename="../../app/project/store_editing.py" />
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
            <location filename="../../app/project/store_editing.py" />
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
            <location filename="../../app/project/store_editing.py" />
            <source>Give each new keypoint one old one, or none.</source>
            <translation>Dé a cada punto clave nuevo uno anterior, o ninguno.</translation>
        </message>
        <message>
            <location filename="../../app/project/store_editing.py" />
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
            <location filename="../../app/controllers/viewer.py" />
            <source>Go to another image and back to open it.</source>
            <translation>Vaya a otra imagen y vuelva para abrirla.</translation>
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
            <location filename="../../app/dialogs/compare_dialog.py" />
            <source>How far both agree is here, keypoint by keypoint, once they are compared.</source>
            <translation>Aquí se ve, punto clave a punto clave, cuánto coinciden ambos una vez comparados.</translation>
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
            <location filename="../../app/project/store_editing.py" />
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
            <location filename="../../app/dialogs/settings_dialog.py" />
            <source>In new projects</source>
            <translation>En proyectos nuevos</translation>
        </message>
        <message>
            <location filename="../../app/panels/checks_panel.py" />
            <source>In one place: {names}</source>
            <translation>En el mismo lugar: {names}</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/settings_dialog.py" />
            <source>In the project {name}</source>
            <translation>En el proyecto {name}</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/export_dialog.py" />
            <source>In this format they stay marked as the model's.</source>
            <translation>En este formato siguen marcados como del modelo.</translation>
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
            <location filename="../../app/controllers/waiting.py" />
            <source>It begins by itself as soon as the model is there.</source>
            <translation>Empieza solo en cuanto el modelo está listo.</translation>
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
            <location filename="../../app/project/store_reading.py" />
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
            <location filename="../../app/project/store_editing.py" />
            <source>Mark {n:,} images as {state}</source>
            <extracomment>One: Mark image as {state}</extracomment>
            <translation>
                <numerusform>Marcar la imagen como {state}</numerusform>
                <numerusform>Marcar {n:,} imágenes como {state}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/panels/keypoint_table.py" />
            <source>Marked on {n:,} prompt images</source>
            <extracomment>One: Marked on {n} prompt image</extracomment>
            <translation>
                <numerusform>Marcado en {n} imagen del prompt</numerusform>
                <numerusform>Marcado en {n:,} imágenes del prompt</numerusform>
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
            <location filename="../../app/controllers/project_settings.py" />
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
            <source>New key for “{action}”: Enter or a double click on the row, then the key; Esc leaves.</source>
            <translation>Tecla nueva para «{action}»: Intro o doble clic en la fila y luego la tecla; Esc sale.</translation>
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
            <location filename="../../app/dialogs/settings_dialog.py" />
            <source>No font on this computer has the characters of this language, so the window stays English. Install one first: on Linux the package fonts-noto-cjk or google-noto-sans-cjk-fonts.</source>
            <translation>Ninguna fuente de este ordenador tiene los caracteres de este idioma, así que la ventana sigue en inglés. Instale antes una: en Linux, el paquete fonts-noto-cjk o google-noto-sans-cjk-fonts.</translation>
        </message>
        <message>
            <location filename="../../app/controllers/display.py" />
            <source>No image is left to pre-label</source>
            <translation>No queda ninguna imagen por preetiquetar</translation>
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
            <location filename="../../app/project/store_reading.py" />
            <source>No project is open.</source>
            <translation>No hay ningún proyecto abierto.</translation>
        </message>
        <message>
            <location filename="../../app/panels/recent_menu.py" />
            <source>No project was opened yet</source>
            <translation>Aún no se ha abierto ningún proyecto</translation>
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
            <location filename="../../app/panels/instance_list.py" />
            <source>None yet: click the first keypoint on the picture.</source>
            <translation>Ninguno todavía: haga clic en el primer punto clave de la imagen.</translation>
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
            <location filename="../../app/dialogs/category_parts.py" />
            <source>Nothing ready-made is like “{object}”. Search for a more general word, or name the keypoints beside this list.</source>
            <translation>No hay nada predefinido parecido a «{object}». Busque una palabra más general o nombre los puntos clave al lado de esta lista.</translation>
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
            <location filename="../../app/controllers/prompting.py" />
            <source>Once the image is accepted ({key}), all {n:,} count.</source>
            <translation>Cuando la imagen esté aceptada ({key}), cuentan los {n:,}.</translation>
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
            <location filename="../../app/panels/recent_menu.py" />
            <source>Open &amp;recent</source>
            <translation>Abrir &amp;reciente</translation>
        </message>
        <message>
            <location filename="../../app/controllers/windows.py" />
            <source>Open a folder of images</source>
            <translation>Abrir una carpeta de imágenes</translation>
        </message>
        <message>
            <location filename="../../app/project/store_reading.py" />
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
            <location filename="../../app/controllers/safekeeping.py" />
            <source>Open for reading only. {reason}</source>
            <translation>Abierto solo para leer. {reason}</translation>
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
            <location filename="../../app/controllers/viewer.py" />
            <source>Opening "{name}" was stopped.</source>
            <translation>Se detuvo la apertura de "{name}".</translation>
        </message>
        <message>
            <location filename="../../app/controllers/prompt_files.py" />
            <source>Opening the prompt</source>
            <translation>Abriendo el prompt</translation>
        </message>
        <message>
            <location filename="../../app/controllers/viewer.py" />
            <source>Opening {name}</source>
            <translation>Abriendo {name}</translation>
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
            <location filename="../../app/project/store_editing.py" />
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
        <message numerus="yes">
            <location filename="../../app/controllers/chosen_images.py" />
            <source>Re&amp;ject {n:,} images</source>
            <extracomment>One: Re&amp;ject {n} image</extracomment>
            <translation>
                <numerusform>Rec&amp;hazar {n} imagen</numerusform>
                <numerusform>Rec&amp;hazar {n:,} imágenes</numerusform>
            </translation>
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
            <location filename="../../app/project/store_editing.py" />
            <source>Remove from prompt</source>
            <translation>Quitar del prompt</translation>
        </message>
        <message>
            <location filename="../../app/controllers/chosen_images.py" />
            <source>Remove from the project</source>
            <translation>Quitar del proyecto</translation>
        </message>
        <message>
            <location filename="../../app/controllers/navigation.py" />
            <source>Remove it</source>
            <translation>Quitarla</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Remove the i&amp;mage from the project</source>
            <translation>&amp;Quitar la imagen del proyecto</translation>
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
            <location filename="../../app/controllers/chosen_images.py" />
            <source>Remove {n:,} i&amp;mages from the project</source>
            <extracomment>One: Remove {n} i&amp;mage from the project</extracomment>
            <translation>
                <numerusform>&amp;Quitar {n} imagen del proyecto</numerusform>
                <numerusform>&amp;Quitar {n:,} imágenes del proyecto</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/controllers/chosen_images.py" />
            <location filename="../../app/project/store_editing.py" />
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
            <location filename="../../app/project/store_history.py" />
            <source>Save a copy in a folder of yours, and go on in that.</source>
            <translation>Guarde una copia en una carpeta suya y continúe en ella.</translation>
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
            <location filename="../../app/panels/status_line.py" />
            <source>Saved</source>
            <translation>Guardado</translation>
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
            <location filename="../../app/dialogs/settings_dialog.py" />
            <source>Show the model's answer while I click</source>
            <translation>Mostrar la respuesta del modelo mientras hago clic</translation>
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
        <message numerus="yes">
            <location filename="../../app/controllers/chosen_images.py" />
            <source>Somebody has labelled or accepted {n:,} of them. Their labels go too; the files stay on the disk. {key} brings all of it back.</source>
            <extracomment>One: Somebody has labelled or accepted {n:,} of them. Its labels go too; its file stays on the disk. {key} brings both back.</extracomment>
            <translation>
                <numerusform>Alguien ha etiquetado o aceptado {n:,} de ellas. Sus etiquetas también se quitan; su archivo se queda en el disco. {key} recupera ambas cosas.</numerusform>
                <numerusform>Alguien ha etiquetado o aceptado {n:,} de ellas. Sus etiquetas también se quitan; los archivos se quedan en el disco. {key} lo recupera todo.</numerusform>
            </translation>
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
            <location filename="../../app/project/store_steps.py" />
            <source>Take the instance again from the project after changing its category.</source>
            <translation>Tome de nuevo la instancia del proyecto tras cambiar su categoría.</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/keys_dialog.py" />
            <source>Take the key away</source>
            <translation>Quitar la tecla</translation>
        </message>
        <message>
            <location filename="../../app/controllers/projects.py" />
            <source>Take them in again</source>
            <translation>Volver a incluirlas</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/controllers/chosen_images.py" />
            <source>Take {n:,} images back into &amp;work</source>
            <extracomment>One: Take {n} image back into &amp;work</extracomment>
            <translation>
                <numerusform>Volver a poner {n} imagen en &amp;trabajo</numerusform>
                <numerusform>Volver a poner {n:,} imágenes en &amp;trabajo</numerusform>
            </translation>
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
            <location filename="../../app/controllers/project_settings.py" />
            <source>The bundled model is used instead; the project keeps naming its own. Bring that in, or put it beside the project, and it is used again.</source>
            <translation>Se usa en su lugar el modelo incluido; el proyecto sigue nombrando el suyo. Tráigalo o póngalo junto al proyecto y se usará de nuevo.</translation>
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
            <location filename="../../app/controllers/chosen_images.py" />
            <source>The files stay where they are. {key} takes it back.</source>
            <translation>Los archivos se quedan donde están. {key} lo deshace.</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/settings_dialog.py" />
            <source>The first image I label becomes the prompt</source>
            <translation>La primera imagen que etiqueto pasa a ser el prompt</translation>
        </message>
        <message>
            <location filename="../../app/controllers/chosen_images.py" />
            <source>The folder cannot be shown.</source>
            <translation>No se puede mostrar la carpeta.</translation>
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
            <location filename="../../app/controllers/chosen_images.py" />
            <source>The image is {path}.</source>
            <translation>La imagen es {path}.</translation>
        </message>
        <message>
            <location filename="../../app/project/store_steps.py" />
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
        <message numerus="yes">
            <location filename="../../app/controllers/batches.py" />
            <source>The model is still being loaded: {n:,} images wait for it.</source>
            <extracomment>One: The model is still being loaded: {n} image waits for it.</extracomment>
            <translation>
                <numerusform>El modelo aún se está cargando: {n:,} imagen lo espera.</numerusform>
                <numerusform>El modelo aún se está cargando: {n:,} imágenes lo esperan.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/controllers/batches.py" />
            <source>The model is still being loaded: {n:,} objects wait for it.</source>
            <extracomment>One: The model is still being loaded: {n} object waits for it.</extracomment>
            <translation>
                <numerusform>El modelo aún se está cargando: {n:,} objeto lo espera.</numerusform>
                <numerusform>El modelo aún se está cargando: {n:,} objetos lo esperan.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/controllers/prelabel.py" />
            <source>The model is still being loaded: {name} waits for it.</source>
            <translation>El modelo aún se está cargando: {name} lo espera.</translation>
        </message>
        <message>
            <location filename="../../app/controllers/waiting.py" />
            <source>The model is there: pre-labelling begins.</source>
            <translation>El modelo está listo: empieza el preetiquetado.</translation>
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
            <location filename="../../app/controllers/project_settings.py" />
            <source>The model “{name}” that this project works with is not on this computer.</source>
            <translation>El modelo «{name}» con el que trabaja este proyecto no está en este ordenador.</translation>
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
            <source>The objects that differ most are here, once they are compared.</source>
            <translation>Aquí están los objetos que más difieren, una vez comparados.</translation>
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
            <location filename="../../app/project/store_steps.py" />
            <source>The project has a category "{name}" already.</source>
            <translation>El proyecto ya tiene una categoría «{name}».</translation>
        </message>
        <message>
            <location filename="../../app/project/store_steps.py" />
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
            <location filename="../../app/actions.py" />
            <source>The project is open for reading only: “{action}” makes a copy to work on.</source>
            <translation>El proyecto está abierto solo para lectura: «{action}» crea una copia en la que trabajar.</translation>
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
            <location filename="../../app/dialogs/skeleton_preview.py" />
            <source>The skeleton is drawn here once there are keypoints.</source>
            <translation>El esqueleto se dibuja aquí en cuanto hay puntos clave.</translation>
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
        <message numerus="yes">
            <location filename="../../app/controllers/prompting.py" />
            <source>The {n:,} points that a person placed are in the prompt, not the model's own.</source>
            <extracomment>One: The {n} point that a person placed is in the prompt, not the model's own.</extracomment>
            <translation>
                <numerusform>El prompt lleva el punto que colocó una persona, no los del modelo.</numerusform>
                <numerusform>El prompt lleva los {n:,} puntos que colocó una persona, no los del modelo.</numerusform>
            </translation>
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
            <source>There is no backup of this project yet. One is made after the first change, or now.</source>
            <translation>Aún no hay ninguna copia de seguridad de este proyecto. Se hace una tras el primer cambio, o ahora.</translation>
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
            <location filename="../../app/dialogs/settings_dialog.py" />
            <source>These, its model ({model}), how its pictures are shown and how it was exported last are kept in the project and go with it. All others are yours, on this computer.</source>
            <translation>Estos, su modelo ({model}), cómo se muestran sus imágenes y cómo se exportó la última vez se guardan en el proyecto y van con él. Todos los demás son suyos, en este ordenador.</translation>
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
            <location filename="../../app/dialogs/export_dialog.py" />
            <source>This format cannot tell them from a person's: there they count as placed by somebody.</source>
            <translation>Este formato no los distingue de los de una persona: en él cuentan como puestos por alguien.</translation>
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
            <location filename="../../app/dialogs/category_dialog.py" />
            <source>Type the first keypoint's name below.</source>
            <translation>Escriba abajo el nombre del primer punto clave.</translation>
        </message>
        <message>
            <location filename="../../app/controllers/history.py" />
            <source>Undone: {step}</source>
            <translation>Deshecho: {step}</translation>
        </message>
        <message>
            <location filename="../../app/panels/checks_panel.py" />
            <source>Unlikely length</source>
            <translation>Longitud improbable</translation>
        </message>
        <message>
            <location filename="../../app/controllers/detail.py" />
            <source>Unpacking {name} to show every pixel</source>
            <translation>Desempaquetando {name} para mostrar cada píxel</translation>
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
            <location filename="../../app/project/store_editing.py" />
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
            <location filename="../../app/controllers/display.py" />
            <source>Waits for the model…</source>
            <translation>Espera al modelo…</translation>
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
            <location filename="../../app/controllers/safekeeping.py" />
            <source>You can look, compare and export. To work on it, save a copy in a folder of yours.</source>
            <translation>Puede mirar, comparar y exportar. Para trabajar en él, guarde una copia en una carpeta suya.</translation>
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
            <location filename="../../app/controllers/display.py" />
            <source>a TIFF packed like this cannot be read in parts</source>
            <translation>un TIFF comprimido así no se puede leer por partes</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/import_dialog.py" />
            <source>a new project beside the file</source>
            <translation>un proyecto nuevo junto al archivo</translation>
        </message>
        <message>
            <location filename="../../app/controllers/display.py" />
            <source>a progressive JPEG cannot be read in parts</source>
            <translation>un JPEG progresivo no se puede leer por partes</translation>
        </message>
        <message>
            <location filename="../../app/model_service.py" />
            <source>about {size}</source>
            <translation>unos {size}</translation>
        </message>
        <message>
            <location filename="../../app/controllers/display.py" />
            <source>an interlaced PNG cannot be read in parts</source>
            <translation>un PNG entrelazado no se puede leer por partes</translation>
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
            <source>become 2 px wide or high where they are thinner</source>
            <translation>pasan a medir 2 px de ancho o de alto donde son más estrechos</translation>
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
            <source>every pixel when zoomed in</source>
            <translation>cada píxel al acercar</translation>
        </message>
        <message>
            <location filename="../../app/controllers/display.py" />
            <source>far from its usual place</source>
            <translation>lejos de su lugar habitual</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>follow the first category that has them</source>
            <translation>siguen a la primera categoría que los tiene</translation>
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
            <source>get a number where only their endings differ</source>
            <translation>reciben un número donde solo difieren en la extensión</translation>
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
            <translation>caballo, mano, coche, cara…</translation>
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
            <source>lose "/", ":" and spaces around them, and get a number where two are the same</source>
            <translation>pierden «/», «:» y los espacios de los extremos, y reciben un número donde dos son iguales</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>lose folders called "images", and get a number where only their endings differ</source>
            <translation>pierden las carpetas llamadas «images» y reciben un número donde solo difieren en la extensión</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>lose spaces around them, and get a number where two are the same</source>
            <translation>pierden los espacios de los extremos y reciben un número donde dos son iguales</translation>
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
            <location filename="../../app/dialogs/format_texts.py" />
            <source>orders of keypoints that contradict another category's</source>
            <translation>órdenes de puntos clave que contradicen los de otra categoría</translation>
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
            <location filename="../../app/controllers/display.py" />
            <source>the lowest score that is left</source>
            <translation>la puntuación más baja que queda</translation>
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
            <location filename="../../app/controllers/display.py" />
            <source>this format cannot be read in parts</source>
            <translation>este formato no se puede leer por partes</translation>
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
            <location filename="../../app/dialogs/format_texts.py" />
            <source>{format} needs packages that this build of the program is without. Choose another format, or a build that has them.</source>
            <translation>{format} necesita paquetes que esta versión compilada del programa no incluye. Elija otro formato, o una versión que los tenga.</translation>
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
            <location filename="../../app/controllers/display.py" />
            <source>{key} places the faint points</source>
            <translation>{key} coloca los puntos tenues</translation>
        </message>
        <message>
            <location filename="../../app/controllers/chosen_images.py" />
            <source>{key} takes it back.</source>
            <translation>{key} lo deshace.</translation>
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
            <location filename="../../app/controllers/chosen_images.py" />
            <source>{n:,} images are accepted.</source>
            <extracomment>One: {n} image is accepted.</extracomment>
            <translation>
                <numerusform>{n} imagen está aceptada.</numerusform>
                <numerusform>{n:,} imágenes están aceptadas.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/controllers/chosen_images.py" />
            <source>{n:,} images are in work again.</source>
            <extracomment>One: {n} image is in work again.</extracomment>
            <translation>
                <numerusform>{n} imagen está de nuevo en trabajo.</numerusform>
                <numerusform>{n:,} imágenes están de nuevo en trabajo.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/controllers/chosen_images.py" />
            <source>{n:,} images are no longer in the project.</source>
            <extracomment>One: {n} image is no longer in the project.</extracomment>
            <translation>
                <numerusform>{n} imagen ya no está en el proyecto.</numerusform>
                <numerusform>{n:,} imágenes ya no están en el proyecto.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/controllers/chosen_images.py" />
            <source>{n:,} images are rejected.</source>
            <extracomment>One: {n} image is rejected.</extracomment>
            <translation>
                <numerusform>{n} imagen está rechazada.</numerusform>
                <numerusform>{n:,} imágenes están rechazadas.</numerusform>
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
            <location filename="../../app/controllers/projects.py" />
            <source>{n:,} images of this folder were removed from the project and stay out.</source>
            <extracomment>One: {n} image of this folder was removed from the project and stays out.</extracomment>
            <translation>
                <numerusform>{n} imagen de esta carpeta se quitó del proyecto y sigue fuera.</numerusform>
                <numerusform>{n:,} imágenes de esta carpeta se quitaron del proyecto y siguen fuera.</numerusform>
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
            <location filename="../../app/controllers/display.py" />
            <source>{n:,} more paused</source>
            <extracomment>One: {n} more paused</extracomment>
            <translation>
                <numerusform>{n} más en pausa</numerusform>
                <numerusform>{n:,} más en pausa</numerusform>
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
            <location filename="../../app/main_window.py" />
            <source>{name} (reading only)</source>
            <translation>{name} (solo lectura)</translation>
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
            <location filename="../../app/project/store_history.py" />
            <source>{name} is open for reading only, so the change was not made.</source>
            <translation>{name} está abierto solo para leer, así que el cambio no se hizo.</translation>
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
            <location filename="../../app/project/store_reading.py" />
            <source>{name}: the project has no category {category_id}.</source>
            <translation>{name}: el proyecto no tiene la categoría {category_id}.</translation>
        </message>
        <message>
            <location filename="../../app/project/store_reading.py" />
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
            <source>{path}: another program is using the file.</source>
            <translation>{path}: otro programa está usando el archivo.</translation>
        </message>
        <message>
            <location filename="../../app/project/files.py" />
            <source>{path}: its drive or network place does not answer.</source>
            <translation>{path}: su unidad o lugar de red no responde.</translation>
        </message>
        <message>
            <location filename="../../app/project/files.py" />
            <source>{path}: the disk answered with an error ({name}).</source>
            <translation>{path}: el disco respondió con un error ({name}).</translation>
        </message>
        <message>
            <location filename="../../app/project/files.py" />
            <source>{path}: the disk is full, so the change was not made.</source>
            <translation>{path}: el disco está lleno, así que el cambio no se hizo.</translation>
        </message>
        <message>
            <location filename="../../app/project/database.py" />
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
            <location filename="../../app/dialogs/category_dialog.py" />
            <source>{reason} What you typed stays here: press “{button}” again then, or keep it in a file (“{export}”).</source>
            <translation>{reason} Lo que ha escrito sigue aquí: pulse entonces «{button}» de nuevo o guárdelo en un archivo («{export}»).</translation>
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
            <source>{source} stays as it is.</source>
            <translation>{source} queda como está.</translation>
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
            <location filename="../../app/controllers/chosen_images.py" />
            <source>“{name}” was labelled or accepted by somebody. Its labels go too; its file stays on the disk. {key} brings both back.</source>
            <translation>Alguien etiquetó o aceptó «{name}». Sus etiquetas también se quitan; su archivo se queda en el disco. {key} recupera ambas cosas.</translation>
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
