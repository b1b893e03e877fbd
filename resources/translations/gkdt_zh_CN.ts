<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>errors</name>
        <message>
            <location filename="../../gkdt_core/formats/registry.py" />
            <source>"area" is missing or not above 0; OKS cannot be computed.</source>
            <translation>缺少 "area" 或其不大于 0；无法计算 OKS。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/yolo.py" />
            <source>"flip_idx" is not an order of the {0} keypoints, 0 to {1}.</source>
            <extracomment>{0} = count, {1} = count - 1</extracomment>
            <translation>"flip_idx" 不是 {0} 个关键点（0 到 {1}）的排列。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/registry.py" />
            <source>"iscrowd" is missing; pycocotools needs it.</source>
            <translation>缺少 "iscrowd"；pycocotools 需要它。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/yolo.py" />
            <source>"names" must number the classes 0 to {0}.</source>
            <extracomment>{0} = len(labels) - 1</extracomment>
            <translation>"names" 必须将各类编号为 0 到 {0}。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/yolo.py" />
            <source>"nc" is {0}, but "names" has {1}.</source>
            <extracomment>{0} = content['nc'], {1} = len(labels)</extracomment>
            <translation>"nc" 为 {0}，但 "names" 有 {1} 个。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/registry.py" />
            <source>"num_keypoints" is {0}, but {1} are labelled.</source>
            <extracomment>{0} = said, {1} = labelled</extracomment>
            <translation>"num_keypoints" 为 {0}，但标注了 {1} 个。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/media/unpacked.py" />
            <source>"{0}" can only be shown smaller: every pixel of it takes {1} GB of disk space in "{2}" ({3}).</source>
            <extracomment>{0} = path, {1} = needed / 1000000000.0, {2} = folder(), {3} = error.strerror or error</extracomment>
            <translation>“{0}”只能缩小显示：显示其全部像素需要“{2}”中 {1} GB 的磁盘空间（{3}）。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/library.py" />
            <source>"{0}" cannot be deleted: {1}</source>
            <extracomment>{0} = path, {1} = error</extracomment>
            <translation>无法删除“{0}”：{1}</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/unpacking.py" />
            <source>"{0}" cannot be made: {1}.</source>
            <extracomment>{0} = target.parent, {1} = error.strerror or error</extracomment>
            <translation>无法创建“{0}”：{1}。</translation>
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
            <translation>无法读取“{0}”：{1}。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/staging.py" />
            <source>"{0}" cannot be the name of a file or folder: {1}</source>
            <extracomment>{0} = str(path)[:80], {1} = error</extracomment>
            <translation>“{0}”不能用作文件或文件夹的名称：{1}</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/media/unpacked.py" />
            <source>"{0}" could not be unpacked.</source>
            <extracomment>{0} = self.path</extracomment>
            <translation>无法解包“{0}”。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/tensor_file.py" />
            <source>"{0}" does not begin where the tensor before it ends</source>
            <extracomment>{0} = name[:80]</extracomment>
            <translation>“{0}”不是从前一个张量的末尾开始</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/nwb.py" />
            <source>"{0}" does not fit its skeleton.</source>
            <extracomment>{0} = instance.name</extracomment>
            <translation>“{0}”与其骨架不符。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/library.py" />
            <source>"{0}" does not lie in the models folder {1}, so it is not deleted.</source>
            <extracomment>{0} = name, {1} = place</extracomment>
            <translation>“{0}”不在模型文件夹 {1} 中，因此不予删除。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/media/detail.py" />
            <source>"{0}" has changed since it was opened.</source>
            <extracomment>{0} = path</extracomment>
            <translation>“{0}”自打开后已改变。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/files.py" />
            <source>"{0}" has more than {1} files.</source>
            <extracomment>{0} = folder, {1} = MAX_FILES</extracomment>
            <translation>“{0}”中的文件超过 {1} 个。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/deeplabcut.py" />
            <source>"{0}" has no CollectedData table.</source>
            <extracomment>{0} = path</extracomment>
            <translation>“{0}”没有 CollectedData 表格。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/labelme.py" />
            <source>"{0}" has no LabelMe file{1}.</source>
            <extracomment>{0} = path, {1} = reason</extracomment>
            <translation>“{0}”没有 LabelMe 文件{1}。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/tables.py" />
            <source>"{0}" has no columns image, keypoint, x and y.</source>
            <extracomment>{0} = path.name</extracomment>
            <translation>“{0}”没有 image、keypoint、x 和 y 列。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/tables.py" />
            <source>"{0}" has no columns with positions.</source>
            <extracomment>{0} = path.name</extracomment>
            <translation>“{0}”没有位置列。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/media/video_frames.py" />
            <source>"{0}" has no frame {1}.</source>
            <extracomment>{0} = self.path, {1} = self.index</extracomment>
            <translation>“{0}”没有第 {1} 帧。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/cvat.py" />
            <source>"{0}" has no keypoint "{1}".</source>
            <extracomment>{0} = name, {1} = keypoint</extracomment>
            <translation>“{0}”没有关键点“{1}”。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/yolo.py" />
            <source>"{0}" has no labels beside its images, or in a folder "labels".</source>
            <extracomment>{0} = root</extracomment>
            <translation>“{0}”的图像旁或 "labels" 文件夹中没有标注。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/nwb.py" />
            <source>"{0}" has no labels of images (PoseTraining).</source>
            <extracomment>{0} = path.name</extracomment>
            <translation>“{0}”没有图像的标注 (PoseTraining)。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/deeplabcut.py" />
            <source>"{0}" has no labels.</source>
            <extracomment>{0} = path</extracomment>
            <translation>“{0}”没有标注。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/tensor_file.py" />
            <source>"{0}" has no possible shape or place</source>
            <extracomment>{0} = name[:80]</extracomment>
            <translation>“{0}”没有可能的形状或位置</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/tables.py" />
            <source>"{0}" has no rows below its header.</source>
            <extracomment>{0} = path.name</extracomment>
            <translation>“{0}”的表头下没有数据行。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/cvat.py" />
            <source>"{0}" has no skeletons and no points.</source>
            <extracomment>{0} = path.name</extracomment>
            <translation>“{0}”没有骨架，也没有点。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/tensor_file.py" />
            <source>"{0}" has not the place that its shape needs</source>
            <extracomment>{0} = name[:80]</extracomment>
            <translation>“{0}”没有其形状所需的位置</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>"{0}" has the id {1} twice.</source>
            <extracomment>{0} = section, {1} = identity</extracomment>
            <translation>“{0}”中 id {1} 出现了两次。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/deeplabcut.py" />
            <source>"{0}" has {1} DeepLabCut projects.</source>
            <extracomment>{0} = path, {1} = len(inside)</extracomment>
            <translation>“{0}”中有 {1} 个 DeepLabCut 项目。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>"{0}" has {1} GB; files above {2} GB are not read.</source>
            <extracomment>{0} = path, {1} = size / 1000000000.0, {2} = MAX_BYTES / 1000000000.0</extracomment>
            <translation>“{0}”有 {1} GB；不读取超过 {2} GB 的文件。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/files.py" />
            <source>"{0}" has {1} MB; such files above {2} MB are not read.</source>
            <extracomment>{0} = path, {1} = size / 1000000.0, {2} = limit / 1000000.0</extracomment>
            <translation>“{0}”有 {1} MB；不读取超过 {2} MB 的此类文件。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/finding.py" />
            <source>"{0}" has {1} files of annotations.</source>
            <extracomment>{0} = found[0].parent, {1} = len(found)</extracomment>
            <translation>“{0}”中有 {1} 个标注文件。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/media/large.py" />
            <source>"{0}" has {1} x {2} px, and as {3} it cannot be opened in parts.</source>
            <extracomment>{0} = file.name, {1} = image.width, {2} = image.height, {3} = image.format</extracomment>
            <translation>“{0}”为 {1} x {2} px，作为 {3} 无法分块打开。</translation>
        </message>
        <message>
            <location filename="../../app/project/importing.py" />
            <source>"{0}" has {1} x {2} px, but its annotations say {3} x {4}. Its points may lie in the wrong place.</source>
            <extracomment>{0} = one.name, {1} = width, {2} = height, {3} = wide, {4} = high</extracomment>
            <translation>“{0}”的尺寸为 {1} x {2} 像素，但其标注写的是 {3} x {4}。它的点可能位置不对。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/media/images.py" />
            <source>"{0}" has {1} x {2} px; above {3} px none is opened.</source>
            <extracomment>{0} = path, {1} = width, {2} = height, {3} = MAX_PIXELS</extracomment>
            <translation>“{0}”为 {1} x {2} px；超过 {3} px 的图像无法打开。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>"{0}" holds a number that is none: {1}.</source>
            <extracomment>{0} = path, {1} = error</extracomment>
            <translation>“{0}”中有一个不是数字的数值：{1}。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/category_file.py" />
            <source>"{0}" holds no category with keypoints.</source>
            <extracomment>{0} = path.name</extracomment>
            <translation>“{0}”中没有带关键点的类别。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/tables.py" />
            <source>"{0}" in column "{1}" is not a number; it counts as empty.</source>
            <extracomment>{0} = text[:50], {1} = key</extracomment>
            <translation>"{1}" 列中的“{0}”不是数字；视为空。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/staging.py" />
            <source>"{0}" is a file, no folder.</source>
            <extracomment>{0} = directory</extracomment>
            <translation>“{0}”是文件，不是文件夹。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/media/images.py" />
            <source>"{0}" is a file, not a folder.</source>
            <extracomment>{0} = folder</extracomment>
            <translation>“{0}”是文件，不是文件夹。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/media/images.py" />
            <source>"{0}" is a folder, not an image.</source>
            <extracomment>{0} = path</extracomment>
            <translation>“{0}”是文件夹，不是图像。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/staging.py" />
            <source>"{0}" is a link that leads nowhere.</source>
            <extracomment>{0} = directory</extracomment>
            <translation>“{0}”是一个无处可去的链接。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/media/images.py" />
            <source>"{0}" is an empty file.</source>
            <extracomment>{0} = path</extracomment>
            <translation>“{0}”是空文件。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/staging.py" />
            <source>"{0}" is being written by another program.</source>
            <extracomment>{0} = directory</extracomment>
            <translation>另一个程序正在写入“{0}”。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/media/images.py" />
            <source>"{0}" is damaged or incomplete and cannot be read ({1}).</source>
            <extracomment>{0} = path, {1} = error</extracomment>
            <translation>“{0}”已损坏或不完整，无法读取（{1}）。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/registry.py" />
            <source>"{0}" is empty</source>
            <extracomment>{0} = name</extracomment>
            <translation>“{0}”为空</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/deeplabcut.py" />
            <source>"{0}" is missing.</source>
            <extracomment>{0} = key</extracomment>
            <translation>缺少“{0}”。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/labelme.py" />
            <source>"{0}" is missing; LabelMe refuses the file.</source>
            <extracomment>{0} = key</extracomment>
            <translation>缺少“{0}”；LabelMe 会拒绝该文件。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>"{0}" is nested too deeply to be an annotation file.</source>
            <extracomment>{0} = path</extracomment>
            <translation>“{0}”嵌套太深，不可能是标注文件。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/category_file.py" />
            <source>"{0}" is no JSON file: {1}.</source>
            <extracomment>{0} = path.name, {1} = error</extracomment>
            <translation>“{0}”不是 JSON 文件：{1}。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/locate.py" />
            <source>"{0}" is no model directory: it needs {1} and {2}.</source>
            <extracomment>{0} = path, {1} = CONFIG_FILE, {2} = WEIGHTS_FILE</extracomment>
            <translation>“{0}”不是模型文件夹：它需要 {1} 和 {2}。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/registry.py" />
            <source>"{0}" is no name for a model</source>
            <extracomment>{0} = name</extracomment>
            <translation>“{0}”不能用作模型的名称</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/unpacking.py" />
            <source>"{0}" is no name of an image file.</source>
            <extracomment>{0} = target.name</extracomment>
            <translation>“{0}”不是图像文件的名称。</translation>
        </message>
        <message>
            <location filename="../../app/controllers/prompt_files.py" />
            <location filename="../../gkdt_core/prompt_files.py" />
            <source>"{0}" is no sound prompt file: {1}.</source>
            <extracomment>{0} = path.name, {1} = wrong</extracomment>
            <translation>“{0}”不是有效的提示文件：{1}。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/tables.py" />
            <source>"{0}" is no state of an image; it counts as none.</source>
            <extracomment>{0} = said[:50]</extracomment>
            <translation>“{0}”不是图像的状态；视为无。</translation>
        </message>
        <message>
            <location filename="../../trainer/text_prompts.py" />
            <source>"{0}" is no text template.</source>
            <extracomment>{0} = template</extracomment>
            <translation>“{0}”不是文本模板。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/tables.py" />
            <source>"{0}" is nobody who places points; it counts as not said.</source>
            <extracomment>{0} = said[:50]</extracomment>
            <translation>“{0}”不是放置点的来源；视为未说明。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/inference/devices.py" />
            <source>"{0}" is not a device.</source>
            <extracomment>{0} = name</extracomment>
            <translation>“{0}”不是设备。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/locate.py" />
            <source>"{0}" is not a kind of file that holds a model.</source>
            <extracomment>{0} = path.name</extracomment>
            <translation>“{0}”不是包含模型的文件类型。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/files.py" />
            <source>"{0}" is not a list of settings.</source>
            <extracomment>{0} = path</extracomment>
            <translation>“{0}”不是设置列表。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>"{0}" is not a list.</source>
            <extracomment>{0} = section</extracomment>
            <translation>“{0}”不是列表。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/deeplabcut.py" />
            <source>"{0}" is not a number; it counts as not labelled.</source>
            <extracomment>{0} = cell[:50]</extracomment>
            <translation>“{0}”不是数字；视为未标注。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/files.py" />
            <source>"{0}" is not a table: {1}.</source>
            <extracomment>{0} = path, {1} = error</extracomment>
            <translation>“{0}”不是表格：{1}。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <location filename="../../gkdt_core/formats/files.py" />
            <source>"{0}" is not a text file in UTF-8.</source>
            <extracomment>{0} = path</extracomment>
            <translation>“{0}”不是 UTF-8 文本文件。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/media/images.py" />
            <source>"{0}" is not a usable file name: {1}.</source>
            <extracomment>{0} = path, {1} = error</extracomment>
            <translation>“{0}”不是可用的文件名：{1}。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/media/images.py" />
            <source>"{0}" is not an image that can be read.</source>
            <extracomment>{0} = path</extracomment>
            <translation>“{0}”不是可读取的图像。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/convert.py" />
            <source>"{0}" is not an official checkpoint.</source>
            <extracomment>{0} = file</extracomment>
            <translation>“{0}”不是官方检查点。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/tensor_file.py" />
            <source>"{0}" is not described</source>
            <extracomment>{0} = name[:80]</extracomment>
            <translation>“{0}”没有描述</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/cvat.py" />
            <source>"{0}" is not made of numbers.</source>
            <extracomment>{0} = item.label</extracomment>
            <translation>“{0}”不是由数字组成。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/registry.py" />
            <source>"{0}" is not one of the released GKDT models.</source>
            <extracomment>{0} = name</extracomment>
            <translation>“{0}”不是已发布的 GKDT 模型。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/cvat.py" />
            <source>"{0}" is not one point.</source>
            <extracomment>{0} = keypoint</extracomment>
            <translation>“{0}”不是单个点。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/files.py" />
            <source>"{0}" is not plain YAML: {1}.</source>
            <extracomment>{0} = path, {1} = reason</extracomment>
            <translation>“{0}”不是普通的 YAML：{1}。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>"{0}" is not valid JSON: {1} in line {2}, column {3}.</source>
            <extracomment>{0} = path, {1} = error.msg, {2} = error.lineno, {3} = error.colno</extracomment>
            <translation>“{0}”不是有效的 JSON：{1}，位于第 {2} 行第 {3} 列。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/files.py" />
            <source>"{0}" is not valid JSON: {1}.</source>
            <extracomment>{0} = path, {1} = error</extracomment>
            <translation>“{0}”不是有效的 JSON：{1}。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/files.py" />
            <source>"{0}" is there already and is not an empty folder.</source>
            <extracomment>{0} = target</extracomment>
            <translation>“{0}”已存在，且不是空文件夹。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/tables.py" />
            <source>"{0}" is there already; number the instances in a column "instance".</source>
            <extracomment>{0} = name</extracomment>
            <translation>“{0}”已存在；请在 "instance" 列中为实例编号。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/registry.py" />
            <source>"{0}" is there twice</source>
            <extracomment>{0} = model.name</extracomment>
            <translation>“{0}”出现了两次</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/cvat.py" />
            <source>"{0}" is there twice; the first counts.</source>
            <extracomment>{0} = keypoint</extracomment>
            <translation>“{0}”出现了两次；以第一个为准。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/category_file.py" />
            <source>"{0}" is too large for a category.</source>
            <extracomment>{0} = path.name</extracomment>
            <translation>“{0}”太大，不可能是一个类别。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/yolo.py" />
            <source>"{0}" names "{1}", which is not in its folder.</source>
            <extracomment>{0} = split, {1} = name[:200]</extracomment>
            <translation>“{0}”指向“{1}”，但它不在其文件夹中。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/yolo.py" />
            <source>"{0}" names no folder of this dataset.</source>
            <extracomment>{0} = split</extracomment>
            <translation>“{0}”不是此数据集中的文件夹。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/prompt_files.py" />
            <source>"{0}" needs the image "{1}", which is not there.</source>
            <extracomment>{0} = path.name, {1} = name</extracomment>
            <translation>“{0}”需要图像“{1}”，但它不存在。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/registry.py" />
            <source>"{0}" of {1} is no owner and name</source>
            <extracomment>{0} = repo, {1} = name</extracomment>
            <translation>{1} 的“{0}”不是所有者和名称</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/cvat.py" />
            <source>"{0}" starts with &lt;{1}&gt;, not &lt;annotations&gt;.</source>
            <extracomment>{0} = path.name, {1} = root.tag</extracomment>
            <translation>“{0}”以 &lt;{1}&gt; 开头，而不是 &lt;annotations&gt;。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/writing.py" />
            <source>"{0}" was not written: a field holds something that JSON cannot say ({1}).</source>
            <extracomment>{0} = path, {1} = error</extracomment>
            <translation>“{0}”未写入：某个字段的内容无法用 JSON 表示（{1}）。</translation>
        </message>
        <message>
            <location filename="../../app/project/exporting.py" />
            <source>"{0}" was not written: reading it again gave something else.</source>
            <extracomment>{0} = path</extracomment>
            <translation>“{0}”未写入：重新读取的结果不同。</translation>
        </message>
        <message>
            <location filename="../../app/project/comparing.py" />
            <location filename="../../app/project/exporting.py" />
            <location filename="../../gkdt_core/formats/coco/writing.py" />
            <location filename="../../gkdt_core/formats/files.py" />
            <source>"{0}" was not written: {1}.</source>
            <extracomment>{0} = path, {1} = error.strerror or error</extracomment>
            <translation>“{0}”未写入：{1}。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/prompt_files.py" />
            <source>"{0}" was written by a newer version of this program.</source>
            <extracomment>{0} = path.name</extracomment>
            <translation>“{0}”由本程序的更新版本写入。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/category_file.py" />
            <source>"{0}": the category makes no sense ({1}).</source>
            <extracomment>{0} = path.name, {1} = error</extracomment>
            <translation>“{0}”：该类别不合理（{1}）。</translation>
        </message>
        <message>
            <location filename="../../trainer/commands.py" />
            <source>--only names datasets of MegaKPT.</source>
            <translation>--only 指的是 MegaKPT 的数据集。</translation>
        </message>
        <message>
            <location filename="../../trainer/commands.py" />
            <source>--out {0}: no folder can be made there ({1}).</source>
            <extracomment>{0} = out, {1} = error.strerror</extracomment>
            <translation>--out {0}：无法在该处创建文件夹（{1}）。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/category_file.py" />
            <source>A category is an object with "name" and a list of "keypoints".</source>
            <translation>类别是一个带有 "name" 和 "keypoints" 列表的对象。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/domain.py" />
            <source>A category needs a name.</source>
            <translation>类别需要名称。</translation>
        </message>
        <message>
            <location filename="../../trainer/data/dataset.py" />
            <source>A dataset is a folder with "images" and "annotations/{0}.json".</source>
            <extracomment>{0} = split</extracomment>
            <translation>数据集是一个包含 "images" 和 "annotations/{0}.json" 的文件夹。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/domain.py" />
            <source>A keypoint that is not labelled has a position.</source>
            <translation>有一个未标注的关键点带有位置。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/domain.py" />
            <source>A labelled keypoint has no position.</source>
            <translation>有一个已标注的关键点没有位置。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/prompt_files.py" />
            <source>A prompt file travels with the folder of its images.</source>
            <translation>提示文件须与其图像文件夹放在一起。</translation>
        </message>
        <message>
            <location filename="../../trainer/loop.py" />
            <source>A step of {0} episodes cannot be shared by {1} process(es) in {2} part(s) each.</source>
            <extracomment>{0} = config.episodes_per_step, {1} = place.count, {2} = config.accumulate</extracomment>
            <translation>一步的 {0} 个片段无法由 {1} 个进程各分 {2} 份来承担。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/download.py" />
            <source>Accept them on the page, log in with `hf auth login` or set HF_TOKEN, and try again. {0}</source>
            <extracomment>{0} = by_hand(model)</extracomment>
            <translation>请在该页面上接受条款，用 `hf auth login` 登录或设置 HF_TOKEN，然后重试。{0}</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/categories.py" />
            <source>Add "keypoints" with the name of each keypoint.</source>
            <translation>请添加 "keypoints"，写明每个关键点的名称。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/categories.py" />
            <source>Add "name" with the name of the object.</source>
            <translation>请添加 "name"，写明对象的名称。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/domain.py" />
            <source>Add at least one keypoint name.</source>
            <translation>请至少添加一个关键点名称。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/dataset.py" />
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>Add the category to "categories", or remove the annotation.</source>
            <translation>请将该类别添加到 "categories"，或移除该标注。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/dataset.py" />
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>Add the image to "images", or remove the annotation.</source>
            <translation>请将该图像添加到 "images"，或移除该标注。</translation>
        </message>
        <message>
            <location filename="../../app/project/files.py" />
            <source>Allow writing there, or save a copy in a folder of yours and work on that.</source>
            <translation>请允许写入该处，或在您自己的文件夹中保存一份副本并在其上工作。</translation>
        </message>
        <message>
            <location filename="../../trainer/data/sampling.py" />
            <source>An episode of {0} instances is none.</source>
            <extracomment>{0} = episode_size</extracomment>
            <translation>片段不能由 {0} 个实例组成。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/dataset.py" />
            <source>Annotation {0} has another skeleton than its category "{1}".</source>
            <extracomment>{0} = annotation.id, {1} = by_id[annotation.category_id].name</extracomment>
            <translation>标注 {0} 的骨架与其类别“{1}”的不同。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/dataset.py" />
            <source>Annotation {0} names category {1}, which has no keypoints or is not there.</source>
            <extracomment>{0} = annotation.id, {1} = annotation.category_id</extracomment>
            <translation>标注 {0} 指向类别 {1}，但该类别没有关键点或不存在。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/dataset.py" />
            <source>Annotation {0} names image {1}, which is not there.</source>
            <extracomment>{0} = annotation.id, {1} = annotation.image_id</extracomment>
            <translation>标注 {0} 指向图像 {1}，但该图像不存在。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/prompt_files.py" />
            <source>Ask whoever made it for a new one, written by this program.</source>
            <translation>请向制作者索取一份由本程序写出的新文件。</translation>
        </message>
        <message>
            <location filename="../../trainer/calibration.py" />
            <source>At least {0} are needed.</source>
            <extracomment>{0} = _FEWEST</extracomment>
            <translation>至少需要 {0} 个。</translation>
        </message>
        <message>
            <location filename="../../app/project/files.py" />
            <source>Backups are in {0}.</source>
            <extracomment>{0} = backup_folder(path)</extracomment>
            <translation>备份位于 {0}。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/inference/devices.py" />
            <source>CUDA cannot be used here: no card answers.</source>
            <translation>此处无法使用 CUDA：没有显卡响应。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/inference/devices.py" />
            <source>CUDA cannot be used here: this torch is built without it.</source>
            <translation>此处无法使用 CUDA：此 torch 未编入 CUDA。</translation>
        </message>
        <message>
            <location filename="../../packaging/messages.py" />
            <source>Cannot allocate memory</source>
            <translation>内存不足</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/domain.py" />
            <source>Category "{0}" has a keypoint without a name.</source>
            <extracomment>{0} = self.name</extracomment>
            <translation>类别“{0}”有一个关键点没有名称。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/domain.py" />
            <source>Category "{0}" has no keypoints.</source>
            <extracomment>{0} = self.name</extracomment>
            <translation>类别“{0}”没有关键点。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/domain.py" />
            <source>Category "{0}" has the keypoint "{1}" twice.</source>
            <extracomment>{0} = self.name, {1} = keypoint</extracomment>
            <translation>类别“{0}”中关键点“{1}”出现了两次。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/domain.py" />
            <source>Category "{0}": "{1}" is in two left-right pairs.</source>
            <extracomment>{0} = self.name, {1} = twice</extracomment>
            <translation>类别“{0}”：“{1}”属于两个左右对。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/domain.py" />
            <source>Category "{0}": its {1} colours are not one "#rrggbb" for each of its {2} keypoints.</source>
            <extracomment>{0} = self.name, {1} = len(self.colours), {2} = count</extracomment>
            <translation>类别“{0}”：它的 {1} 个颜色未能以 "#rrggbb" 与 {2} 个关键点一一对应。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/domain.py" />
            <source>Category "{0}": the {1} {2}-{3} does not join two of its {4} keypoints.</source>
            <extracomment>{0} = self.name, {1} = kind, {2} = a + 1, {3} = b + 1, {4} = count</extracomment>
            <translation>类别“{0}”：{1} {2}-{3} 没有连接其 {4} 个关键点中的两个。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/media/images.py" />
            <source>Check its name and place.</source>
            <translation>请检查其名称和位置。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <location filename="../../gkdt_core/formats/files.py" />
            <source>Check its name, place and permissions.</source>
            <translation>请检查其名称、位置和权限。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/media/images.py" />
            <source>Check its permissions, and that its drive is connected.</source>
            <translation>请检查其权限以及驱动器是否已连接。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/media/video_frames.py" />
            <source>Check that it is the right video.</source>
            <translation>请检查这是否是正确的视频。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/hdf5.py" />
            <source>Check that it is whole, and save it again.</source>
            <translation>请检查其是否完整，然后重新保存。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/nwb.py" />
            <location filename="../../gkdt_core/media/video_frames.py" />
            <source>Check that it is whole.</source>
            <translation>请检查其是否完整。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/prompt_files.py" />
            <source>Check that its images are where they were, and choose a folder that you may write to.</source>
            <translation>请检查其图像是否仍在原处，并选择一个您可以写入的文件夹。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/directory.py" />
            <location filename="../../gkdt_core/weights/tensor_file.py" />
            <source>Check that the file is there and may be read.</source>
            <translation>请检查该文件是否存在且可读取。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/directory.py" />
            <location filename="../../gkdt_core/weights/download.py" />
            <source>Check that the folder may be written to and the disk has room.</source>
            <translation>请检查该文件夹是否可写入、磁盘是否有空间。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/category_file.py" />
            <location filename="../../gkdt_core/prompt_files.py" />
            <source>Check the file and its permissions.</source>
            <translation>请检查该文件及其权限。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/media/images.py" />
            <source>Check the file, and that its drive is connected.</source>
            <translation>请检查该文件以及其驱动器是否已连接。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/writing.py" />
            <location filename="../../gkdt_core/formats/files.py" />
            <source>Check the free space and your permission to write there, or choose another place.</source>
            <translation>请检查剩余空间和您在该处的写入权限，或选择其他位置。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/registry.py" />
            <source>Check the path.</source>
            <translation>请检查路径。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/registry.py" />
            <source>Check your permission to read it.</source>
            <translation>请检查您是否有权读取。</translation>
        </message>
        <message>
            <location filename="../../app/project/comparing.py" />
            <location filename="../../app/project/exporting.py" />
            <source>Check your permission to write there, or choose another place.</source>
            <translation>请检查您在该处的写入权限，或选择其他位置。</translation>
        </message>
        <message>
            <location filename="../../trainer/loop.py" />
            <source>Choose --batch {0} or more.</source>
            <extracomment>{0} = parts</extracomment>
            <translation>请选择 --batch {0} 或更大。</translation>
        </message>
        <message>
            <location filename="../../trainer/processes.py" />
            <source>Choose --precision fp32.</source>
            <translation>请选择 --precision fp32。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/convert.py" />
            <source>Choose a *.best file.</source>
            <translation>请选择 *.best 文件。</translation>
        </message>
        <message>
            <location filename="../../app/project/files.py" />
            <source>Choose a *.gkdt file, or a backup in {0}.</source>
            <extracomment>{0} = backup_folder(path)</extracomment>
            <translation>请选择 *.gkdt 文件，或 {0} 中的备份。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>Choose a COCO keypoint file.</source>
            <translation>请选择 COCO 关键点文件。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>Choose a COCO keypoint file; it has images, annotations and categories.</source>
            <translation>请选择 COCO 关键点文件；它含有图像、标注和类别。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/deeplabcut.py" />
            <source>Choose a DeepLabCut project.</source>
            <translation>请选择 DeepLabCut 项目。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/official.py" />
            <source>Choose a GKDT checkpoint (*.best).</source>
            <translation>请选择 GKDT 检查点 (*.best)。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/yolo.py" />
            <source>Choose a YOLO-pose dataset.</source>
            <translation>请选择 YOLO-pose 数据集。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/media/images.py" />
            <source>Choose a file in it.</source>
            <translation>请选择其中的文件。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/registry.py" />
            <source>Choose a file or folder of one of these: COCO keypoints, YOLO-pose, DeepLabCut, LabelMe, CVAT XML, CSV, SLEAP or NWB.</source>
            <translation>请选择以下任一格式的文件或文件夹：COCO 关键点、YOLO-pose、DeepLabCut、LabelMe、CVAT XML、CSV、SLEAP 或 NWB。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/category_file.py" />
            <source>Choose a file that this program has exported.</source>
            <translation>请选择由本程序导出的文件。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/category_file.py" />
            <source>Choose a folder that you may write to, with room on its drive.</source>
            <translation>请选择一个您可以写入且驱动器有空间的文件夹。</translation>
        </message>
        <message>
            <location filename="../../app/project/database.py" />
            <source>Choose a folder that you may write to.</source>
            <translation>请选择一个您可以写入的文件夹。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/locate.py" />
            <source>Choose a model directory or an official checkpoint (*.best).</source>
            <translation>请选择模型文件夹或官方检查点 (*.best)。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/files.py" />
            <source>Choose a new folder; what is there is left as it is.</source>
            <translation>请选择新的文件夹；已有的内容保持不变。</translation>
        </message>
        <message>
            <location filename="../../app/project/comparing.py" />
            <source>Choose a project (*.gkdt) or a COCO file.</source>
            <translation>请选择项目 (*.gkdt) 或 COCO 文件。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/deeplabcut.py" />
            <source>Choose a table of DeepLabCut or Lightning Pose.</source>
            <translation>请选择 DeepLabCut 或 Lightning Pose 的表格。</translation>
        </message>
        <message>
            <location filename="../../trainer/options.py" />
            <source>Choose another file.</source>
            <translation>请选择其他文件。</translation>
        </message>
        <message>
            <location filename="../../trainer/commands.py" />
            <source>Choose another folder for --out.</source>
            <translation>请为 --out 选择其他文件夹。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/unpacking.py" />
            <location filename="../../gkdt_core/weights/staging.py" />
            <location filename="../../trainer/commands.py" />
            <source>Choose another folder.</source>
            <translation>请选择其他文件夹。</translation>
        </message>
        <message>
            <location filename="../../app/project/other_formats.py" />
            <source>Choose another format.</source>
            <translation>请选择其他格式。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/staging.py" />
            <source>Choose another name.</source>
            <translation>请选择其他名称。</translation>
        </message>
        <message>
            <location filename="../../trainer/run_state.py" />
            <source>Choose another output folder, or the settings of the first run.</source>
            <translation>请选择其他输出文件夹，或使用第一次训练的设置。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/inference/engine.py" />
            <source>Choose another precision: auto, or fp32.</source>
            <translation>请选择其他精度：auto 或 fp32。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/tables.py" />
            <source>Choose another table.</source>
            <translation>请选择其他表格。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/staging.py" />
            <source>Choose another.</source>
            <translation>请另选一个。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/inference/devices.py" />
            <source>Choose auto or cpu.</source>
            <translation>请选择 auto 或 cpu。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/inference/devices.py" />
            <source>Choose auto, cpu or cuda.</source>
            <translation>请选择 auto、cpu 或 cuda。</translation>
        </message>
        <message>
            <location filename="../../trainer/processes.py" />
            <source>Choose bf16 or fp32.</source>
            <translation>请选择 bf16 或 fp32。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/labelme.py" />
            <source>Choose its folder, or one file.</source>
            <translation>请选择其文件夹，或单个文件。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/deeplabcut.py" />
            <location filename="../../gkdt_core/formats/finding.py" />
            <source>Choose one of them: {0}</source>
            <extracomment>{0} = names</extracomment>
            <translation>请选择其中一个：{0}</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/deeplabcut.py" />
            <location filename="../../gkdt_core/formats/finding.py" />
            <source>Choose one of them: {0}, …</source>
            <extracomment>{0} = names</extracomment>
            <translation>请选择其中一个：{0}……</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/convert.py" />
            <source>Choose one of {0}.</source>
            <extracomment>{0} = ', '.join(_DTYPES)</extracomment>
            <translation>请选择其中之一：{0}。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>Choose the annotation file (.json), or save it as UTF-8.</source>
            <translation>请选择标注文件 (.json)，或将其保存为 UTF-8。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/domain.py" />
            <source>Choose the colours again.</source>
            <translation>请重新选择颜色。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>Choose the dataset file that the results belong to.</source>
            <translation>请选择这些结果所属的数据集文件。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/files.py" />
            <source>Choose the dataset's own folder.</source>
            <translation>请选择数据集自己的文件夹。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/convert.py" />
            <source>Choose the file of that model, or leave out which released model it is.</source>
            <translation>请选择该模型的文件，或不指明它是哪个已发布模型。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/files.py" />
            <source>Choose the folder of a dataset.</source>
            <translation>请选择数据集的文件夹。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/yolo.py" />
            <source>Choose the folder of the dataset, or its {0}.</source>
            <extracomment>{0} = SETTINGS</extracomment>
            <translation>请选择数据集的文件夹，或其 {0}。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/media/images.py" />
            <source>Choose the folder that contains it.</source>
            <translation>请选择包含它的文件夹。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/registry.py" />
            <source>Choose the folder that has "images" and "labels" in it.</source>
            <translation>请选择包含“images”和“labels”的文件夹。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/locate.py" />
            <source>Choose the folder that holds both files.</source>
            <translation>请选择包含这两个文件的文件夹。</translation>
        </message>
        <message>
            <location filename="../../app/project/importing.py" />
            <source>Choose the folder that the image names in the file start from.</source>
            <translation>请选择文件中图像名称所起始的文件夹。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/deeplabcut.py" />
            <source>Choose the project's folder.</source>
            <translation>请选择项目的文件夹。</translation>
        </message>
        <message>
            <location filename="../../app/project/comparing.py" />
            <source>Choose two different files.</source>
            <translation>请选择两个不同的文件。</translation>
        </message>
        <message>
            <location filename="../../trainer/loop.py" />
            <source>Choose {0} (the same result, slower), or {1}.</source>
            <extracomment>{0} = ', '.join(remedies[:-1]), {1} = remedies[-1]</extracomment>
            <translation>请选择 {0}（结果相同，较慢），或 {1}。</translation>
        </message>
        <message>
            <location filename="../../trainer/loop.py" />
            <source>Choose {0}, or --tune heads.</source>
            <extracomment>{0} = remedies[-1]</extracomment>
            <translation>请选择 {0}，或 --tune heads。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/inference/batches.py" />
            <source>Close other programs that use it, or choose the CPU (--device cpu).</source>
            <translation>请关闭使用显卡的其他程序，或选择 CPU (--device cpu)。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/media/images.py" />
            <source>Close other programs, or shrink the picture.</source>
            <translation>请关闭其他程序，或缩小该图片。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>Close other programs, or split the file.</source>
            <translation>请关闭其他程序，或拆分该文件。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/inference/batches.py" />
            <source>Close other programs.</source>
            <translation>请关闭其他程序。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/library.py" />
            <source>Close the programs that use it, then try again.</source>
            <translation>请关闭正在使用它的程序，然后重试。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/verify.py" />
            <source>Convert it with `gkdt models convert`, then verify the folder.</source>
            <translation>请用 `gkdt models convert` 转换它，再校验该文件夹。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/media/images.py" />
            <source>Copy it again from where it came from, or remove it from the project.</source>
            <translation>请从来源重新复制，或将其从项目中移除。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/media/images.py" />
            <source>Copy it again from where it came from.</source>
            <translation>请从来源重新复制。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <location filename="../../gkdt_core/formats/files.py" />
            <source>Correct it, or remove it.</source>
            <translation>请更正或移除它。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/yolo.py" />
            <source>Correct it.</source>
            <translation>请更正它。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/category_file.py" />
            <source>Correct the file.</source>
            <translation>请更正该文件。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/inference/devices.py" />
            <source>Count from cuda:0.</source>
            <translation>请从 cuda:0 开始计数。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/library.py" />
            <source>Delete it in your file manager, if that is what you want.</source>
            <translation>如果确实要删除，请在文件管理器中删除。</translation>
        </message>
        <message>
            <location filename="../../trainer/run_state.py" />
            <source>Delete it, or leave out --resume, to start anew.</source>
            <translation>请将其删除，或去掉 --resume，以重新开始。</translation>
        </message>
        <message>
            <location filename="../../packaging/messages.py" />
            <source>Device or resource busy</source>
            <translation>设备或资源正忙</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/schemas.py" />
            <source>Did you mean {0}?</source>
            <extracomment>{0} = ' or '.join(near)</extracomment>
            <translation>您是否想找 {0}？</translation>
        </message>
        <message>
            <location filename="../../packaging/messages.py" />
            <source>Directory not empty</source>
            <translation>文件夹不为空</translation>
        </message>
        <message>
            <location filename="../../packaging/messages.py" />
            <source>Disk quota exceeded</source>
            <translation>超出磁盘配额</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/download.py" />
            <source>Download it again; if it happens again, tell who runs your network.</source>
            <translation>请重新下载；若再次发生，请告知您的网络管理员。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>Each is "human", "model", "carried" or "".</source>
            <translation>每一项为 "human"、"model"、"carried" 或 ""。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>Every image, category and annotation needs its ids.</source>
            <translation>每个图像、类别和标注都需要其 id。</translation>
        </message>
        <message>
            <location filename="../../packaging/messages.py" />
            <source>Expecting ',' delimiter</source>
            <translation>此处应有逗号</translation>
        </message>
        <message>
            <location filename="../../packaging/messages.py" />
            <source>Expecting ':' delimiter</source>
            <translation>此处应有冒号</translation>
        </message>
        <message>
            <location filename="../../packaging/messages.py" />
            <source>Expecting property name enclosed in double quotes</source>
            <translation>此处应有双引号括起的名称</translation>
        </message>
        <message>
            <location filename="../../packaging/messages.py" />
            <source>Expecting value</source>
            <translation>此处应有一个值</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/cvat.py" />
            <source>Export as "CVAT for images 1.1".</source>
            <translation>请导出为 "CVAT for images 1.1"。</translation>
        </message>
        <message>
            <location filename="../../app/project/exporting.py" />
            <source>Export from projects with the images of one drive each.</source>
            <translation>请从每个项目只含一个驱动器图像的项目导出。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>Export it again, or correct that place in a text editor.</source>
            <translation>请重新导出，或在文本编辑器中更正该处。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/files.py" />
            <source>Export it again.</source>
            <translation>请重新导出。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>Export the file again, or remove the entry.</source>
            <translation>请重新导出该文件，或移除该条目。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>Export the file again.</source>
            <translation>请重新导出该文件。</translation>
        </message>
        <message>
            <location filename="../../packaging/messages.py" />
            <source>Extra data</source>
            <translation>有多余的数据</translation>
        </message>
        <message>
            <location filename="../../packaging/messages.py" />
            <source>File exists</source>
            <translation>文件已存在</translation>
        </message>
        <message>
            <location filename="../../packaging/messages.py" />
            <source>File name too long</source>
            <translation>文件名过长</translation>
        </message>
        <message>
            <location filename="../../app/project/backups.py" />
            <source>Free some space on that disk.</source>
            <translation>请释放该磁盘的空间。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/media/unpacked.py" />
            <source>Free space on that disk, or save the picture as a PNG or TIFF, which need none.</source>
            <translation>请释放该磁盘的空间，或将图片另存为不需要空间的 PNG 或 TIFF。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/staging.py" />
            <source>Free that much, or choose a folder on another disk.</source>
            <translation>请释放这么多空间，或选择其他磁盘上的文件夹。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/pickles.py" />
            <source>GKDT checkpoint</source>
            <translation>GKDT 检查点</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/dataset.py" />
            <source>Give "file_name" relative to the folder of the images, without "..".</source>
            <translation>请以图像文件夹为起点给出 "file_name"，不含 ".."。</translation>
        </message>
        <message>
            <location filename="../../trainer/commands.py" />
            <source>Give --data or --megakpt.</source>
            <translation>请给出 --data 或 --megakpt。</translation>
        </message>
        <message>
            <location filename="../../trainer/commands.py" />
            <source>Give --megakpt too, or leave it out.</source>
            <translation>请同时给出 --megakpt，或将其去掉。</translation>
        </message>
        <message>
            <location filename="../../trainer/run_state.py" />
            <source>Give --model what the first run had, or choose another output folder.</source>
            <translation>请在 --model 中给出第一次训练所用的模型，或选择其他输出文件夹。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>Give a box that has an end.</source>
            <translation>请给出有边界的边框。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/locate.py" />
            <source>Give a model directory, a *.best file, or one of the known names: {0}.</source>
            <extracomment>{0} = known</extracomment>
            <translation>请给出模型文件夹、*.best 文件或已知名称之一：{0}。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>Give a number, or 0, 0, 0 for a keypoint that is not labelled.</source>
            <translation>请给出数字；未标注的关键点请写 0, 0, 0。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>Give a number, or null where there is none.</source>
            <translation>请给出数字；没有时写 null。</translation>
        </message>
        <message>
            <location filename="../../trainer/config.py" />
            <source>Give at least {{k}}.</source>
            <translation>请至少写出 {{k}}。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/dataset.py" />
            <source>Give both the same keypoints, edges and pairs.</source>
            <translation>请让两者具有相同的关键点、连线和左右对。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/inference/prompt.py" />
            <source>Give every keypoint a name and a place in every support's points (unmarked where unseen).</source>
            <translation>请为每个关键点给出名称，并在每个示例的点中给出位置（看不到则不标）。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/domain.py" />
            <location filename="../../gkdt_core/inference/prompt.py" />
            <source>Give every keypoint a name.</source>
            <translation>请为每个关键点命名。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/categories.py" />
            <source>Give it as a list of pairs of keypoint numbers.</source>
            <translation>请给出由关键点编号对组成的列表。</translation>
        </message>
        <message>
            <location filename="../../trainer/data/sampling.py" />
            <source>Give it at least one, better two.</source>
            <translation>请至少给它一个，最好两个。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>Give one of them another id.</source>
            <translation>请为其中一个换一个 id。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/convert.py" />
            <source>Give the name of a new folder, or remove it first.</source>
            <translation>请给出新文件夹的名称，或先移除该文件夹。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/yolo.py" />
            <source>Give the name of each class.</source>
            <translation>请给出每个类的名称。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>Give the name of its file, relative to the images folder.</source>
            <translation>请以图像文件夹为起点给出其文件名。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>Give the size in whole pixels, or leave it out.</source>
            <translation>请以整数像素给出尺寸，或不写。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>Give x and y of its top left corner, then width and height.</source>
            <translation>请给出其左上角的 x 和 y，然后是宽和高。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>Give x, y, v of each keypoint, or correct the category's list of keypoints.</source>
            <translation>请给出每个关键点的 x、y、v，或更正该类别的关键点列表。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>Give x, y, v of each keypoint.</source>
            <translation>请给出每个关键点的 x、y、v。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>Give x, y, width and height in px.</source>
            <translation>请以 px 给出 x、y、宽和高。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/media/images.py" />
            <source>Give yourself permission to read it.</source>
            <translation>请为自己授予读取权限。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/media/unpacked.py" />
            <source>Go to another image and back: it is unpacked again when you zoom in.</source>
            <translation>请切换到另一张图像再切回来：放大时会重新解包。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>Ids are whole numbers without quotes.</source>
            <translation>id 是不带引号的整数。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/dataset.py" />
            <source>Ids must differ.</source>
            <translation>id 必须各不相同。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/category_file.py" />
            <source>Import it as annotations instead.</source>
            <translation>请将其作为标注导入。</translation>
        </message>
        <message>
            <location filename="../../packaging/messages.py" />
            <source>Input/output error</source>
            <translation>输入/输出错误</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/hdf5.py" />
            <source>Install it with `pip install '.[{0}]'` in the program's folder.</source>
            <extracomment>{0} = extra</extracomment>
            <translation>请在程序文件夹中用 `pip install '.[{0}]'` 安装。</translation>
        </message>
        <message>
            <location filename="../../trainer/boards.py" />
            <source>Install it with pip install "gkdt-annotator[tensorboard]", or leave out --tensorboard: metrics.csv has the same numbers.</source>
            <translation>请用 pip install "gkdt-annotator[tensorboard]" 安装，或去掉 --tensorboard：metrics.csv 中有相同的数字。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/model/tokenizer.py" />
            <source>Install the program again; the file ships with it.</source>
            <translation>请重新安装程序；该文件随程序提供。</translation>
        </message>
        <message>
            <location filename="../../packaging/messages.py" />
            <source>Invalid argument</source>
            <translation>参数无效</translation>
        </message>
        <message>
            <location filename="../../packaging/messages.py" />
            <source>Is a directory</source>
            <translation>是文件夹</translation>
        </message>
        <message>
            <location filename="../../app/project/row_parsing.py" />
            <source>It has {0} prompt texts for {1} keypoints.</source>
            <extracomment>{0} = len(words), {1} = len(category)</extracomment>
            <translation>它有 {0} 个提示文字，却有 {1} 个关键点。</translation>
        </message>
        <message>
            <location filename="../../app/project/row_reading.py" />
            <source>It is left out; the rest of the project is unharmed. Backups are in {0}.</source>
            <extracomment>{0} = backup_folder(self.path)</extracomment>
            <translation>已将其略去；项目的其余部分不受影响。备份位于 {0}。</translation>
        </message>
        <message>
            <location filename="../../app/project/database.py" />
            <source>It may have been moved; backups are in {0}.</source>
            <extracomment>{0} = backup_folder(path)</extracomment>
            <translation>它可能已被移动；备份位于 {0}。</translation>
        </message>
        <message>
            <location filename="../../app/project/row_reading.py" />
            <source>It may have been removed.</source>
            <translation>它可能已被移除。</translation>
        </message>
        <message>
            <location filename="../../trainer/data/sampling.py" />
            <source>It must be above 0 and at most 1; the paper's is 0.5.</source>
            <translation>它必须大于 0 且不超过 1；论文中为 0.5。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/yolo.py" />
            <source>It must be the number of keypoints, and 2 or 3.</source>
            <translation>它必须是关键点的数量，以及 2 或 3。</translation>
        </message>
        <message>
            <location filename="../../app/project/row_parsing.py" />
            <source>Its edges</source>
            <translation>其连线</translation>
        </message>
        <message>
            <location filename="../../app/project/row_parsing.py" />
            <source>Its keypoints</source>
            <translation>其关键点</translation>
        </message>
        <message>
            <location filename="../../app/project/row_parsing.py" />
            <source>Its pairs</source>
            <translation>其左右对</translation>
        </message>
        <message>
            <location filename="../../app/project/row_parsing.py" />
            <source>Its prompt texts</source>
            <translation>其提示文字</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/inference/engine.py" />
            <source>Its weights may be damaged: bring the model in again, or use another one.</source>
            <translation>其权重可能已损坏：请重新导入该模型，或使用其他模型。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/domain.py" />
            <location filename="../../gkdt_core/inference/prompt.py" />
            <source>Keypoint names must differ.</source>
            <translation>关键点名称必须各不相同。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/inference/prompt.py" />
            <source>Keypoint {0} has an empty name.</source>
            <extracomment>{0} = index + 1</extracomment>
            <translation>关键点 {0} 的名称为空。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/inference/prompt.py" />
            <source>Keypoints {0} and {1} have the same name "{2}".</source>
            <extracomment>{0} = first + 1, {1} = index + 1, {2} = name</extracomment>
            <translation>关键点 {0} 和 {1} 的名称相同：“{2}”。</translation>
        </message>
        <message>
            <location filename="../../trainer/data/dataset.py" />
            <source>Label some keypoints first.</source>
            <translation>请先标注一些关键点。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/deeplabcut.py" />
            <location filename="../../gkdt_core/formats/nwb.py" />
            <location filename="../../gkdt_core/formats/sleap.py" />
            <location filename="../../gkdt_core/formats/yolo.py" />
            <source>Label something first.</source>
            <translation>请先进行标注。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/cvat.py" />
            <source>Label with skeletons in CVAT, or export other shapes as COCO.</source>
            <translation>请在 CVAT 中用骨架标注，或将其他形状导出为 COCO。</translation>
        </message>
        <message>
            <location filename="../../trainer/commands.py" />
            <source>Learning from {0} instances, checking with {1}; tuning {2}, {3} steps.</source>
            <extracomment>{0} = total, {1} = checked, {2} = TUNED[config.tune], {3} = config.steps</extracomment>
            <translation>从 {0} 个实例学习，用 {1} 个检验；调整{2}，共 {3} 步。</translation>
        </message>
        <message>
            <location filename="../../trainer/recompute.py" />
            <source>Leave out --checkpoint-encoder.</source>
            <translation>请去掉 --checkpoint-encoder。</translation>
        </message>
        <message>
            <location filename="../../trainer/run_state.py" />
            <source>Leave out --resume to start anew.</source>
            <translation>请去掉 --resume 以重新开始。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/download.py" />
            <source>Log in with `hf auth login` or set HF_TOKEN to a token that is valid, and try again. {0}</source>
            <extracomment>{0} = by_hand(model)</extracomment>
            <translation>请用 `hf auth login` 登录，或将 HF_TOKEN 设为有效的令牌，然后重试。{0}</translation>
        </message>
        <message>
            <location filename="../../trainer/loop.py" />
            <source>Lower the learning rate, or look at these annotations.</source>
            <translation>请降低学习率，或检查这些标注。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/library.py" />
            <source>Models there: {0}.</source>
            <extracomment>{0} = known</extracomment>
            <translation>那里的模型：{0}。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/download.py" />
            <source>Move it away, then download again.</source>
            <translation>请将其移走，然后重新下载。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/tables.py" />
            <source>Name its columns like that.</source>
            <translation>请这样命名各列。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/schemas.py" />
            <source>Name its keypoints yourself.</source>
            <translation>请自行命名其关键点。</translation>
        </message>
        <message>
            <location filename="../../trainer/config.py" />
            <source>Name one or more of {0}.</source>
            <extracomment>{0} = ', '.join(MODALITIES)</extracomment>
            <translation>请写出其中一个或多个：{0}。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/tables.py" />
            <source>Name the column of the images "image"; names lie below the folder of the images.</source>
            <translation>请将图像列命名为 "image"；名称以图像文件夹为起点。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/download.py" />
            <source>Name the file with --file. There: {0}. {1}</source>
            <extracomment>{0} = several, {1} = by_hand(model)</extracomment>
            <translation>请用 --file 指明文件。那里有：{0}。{1}</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/inference/engine.py" />
            <source>Name the keypoints, or mark some on a support image.</source>
            <translation>请为关键点命名，或在示例图像上标出一些。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/inference/prompt.py" />
            <source>Name the keypoints, or mark them on a support image, or both.</source>
            <translation>请为关键点命名，或在示例图像上标出，或两者兼用。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/domain.py" />
            <source>Name the object, for example "horse".</source>
            <translation>请为对象命名，例如“马”。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/tables.py" />
            <source>Name them NAME_x and NAME_y.</source>
            <translation>请命名为 NAME_x 和 NAME_y。</translation>
        </message>
        <message>
            <location filename="../../trainer/loop.py" />
            <source>No category has two annotated instances.</source>
            <translation>没有任何类别有两个已标注的实例。</translation>
        </message>
        <message>
            <location filename="../../trainer/supercategories.py" />
            <source>No category is of the super-category {0}.</source>
            <extracomment>{0} = ' or '.join(unknown)</extracomment>
            <translation>没有类别属于上级类别 {0}。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/model/config.py" />
            <source>No model works at an input size of {0} px: it must be a multiple of {1}, from {2} to {3}.</source>
            <extracomment>{0} = input_size, {1} = INPUT_STEP, {2} = MIN_INPUT, {3} = MAX_INPUT</extracomment>
            <translation>没有模型能在 {0} px 的输入尺寸下工作：它必须是 {1} 的倍数，从 {2} 到 {3}。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/tables.py" />
            <source>No row of "{0}" names an image that can be used.</source>
            <extracomment>{0} = path.name</extracomment>
            <translation>“{0}”中没有任何行指向可用的图像。</translation>
        </message>
        <message>
            <location filename="../../packaging/messages.py" />
            <source>No space left on device</source>
            <translation>设备上没有剩余空间</translation>
        </message>
        <message>
            <location filename="../../packaging/messages.py" />
            <source>No such file or directory</source>
            <translation>没有这样的文件或文件夹</translation>
        </message>
        <message>
            <location filename="../../packaging/messages.py" />
            <source>Not a directory</source>
            <translation>不是文件夹</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/media/images.py" />
            <source>Open it in a picture program and save it as PNG or JPEG, or remove it from the project.</source>
            <translation>请用图像程序打开并另存为 PNG 或 JPEG，或将其从项目中移除。</translation>
        </message>
        <message>
            <location filename="../../app/project/database.py" />
            <source>Open it, or choose another name.</source>
            <translation>请打开它，或选择其他名称。</translation>
        </message>
        <message>
            <location filename="../../app/project/backups.py" />
            <source>Open the backup as a project of its own instead.</source>
            <translation>请将该备份作为单独的项目打开。</translation>
        </message>
        <message>
            <location filename="../../app/project/database.py" />
            <location filename="../../app/project/files.py" />
            <source>Open the newest backup in {0}.</source>
            <extracomment>{0} = backup_folder(self.path)</extracomment>
            <translation>请打开 {0} 中最新的备份。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/download.py" />
            <source>Open the page in a browser. {0}</source>
            <extracomment>{0} = by_hand(model)</extracomment>
            <translation>请在浏览器中打开该页面。{0}</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/media/detail.py" />
            <source>Open the picture again: go to another and back.</source>
            <translation>请重新打开该图片：切换到另一张再切回来。</translation>
        </message>
        <message>
            <location filename="../../packaging/messages.py" />
            <source>Operation not permitted</source>
            <translation>不允许的操作</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/domain.py" />
            <source>Pair every keypoint with at most one other.</source>
            <translation>每个关键点最多与另一个配对。</translation>
        </message>
        <message>
            <location filename="../../packaging/messages.py" />
            <source>Permission denied</source>
            <translation>权限不足</translation>
        </message>
        <message>
            <location filename="../../app/project/comparing.py" />
            <source>Pictures are the same when their content or their names are.</source>
            <translation>内容或名称相同的图片视为同一张。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/inference/prompt.py" />
            <source>Place it inside the image, or leave it unmarked.</source>
            <translation>请将其放在图像内，或不标。</translation>
        </message>
        <message>
            <location filename="../../app/project/exporting.py" />
            <source>Please report this with the project file.</source>
            <translation>请连同项目文件一起报告此问题。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/yolo.py" />
            <source>Put a {0} with "kpt_shape" and "names" there.</source>
            <extracomment>{0} = SETTINGS</extracomment>
            <translation>请在那里放置含有 "kpt_shape" 和 "names" 的 {0}。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/download.py" />
            <source>Read the terms at {0}; who agrees gives --agree-licence {1}.</source>
            <extracomment>{0} = model.page, {1} = model.licence.id</extracomment>
            <translation>请在 {0} 阅读条款；同意者请写 --agree-licence {1}。</translation>
        </message>
        <message>
            <location filename="../../packaging/messages.py" />
            <source>Read-only file system</source>
            <translation>文件系统为只读</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/hdf5.py" />
            <source>Reading "{0}"</source>
            <extracomment>{0} = path.name</extracomment>
            <translation>读取“{0}”</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/locate.py" />
            <source>Reinstall the program, or name a model directory or a *.best file instead.</source>
            <translation>请重新安装程序，或改用模型文件夹或 *.best 文件。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/registry.py" />
            <source>Reinstall the program.</source>
            <translation>请重新安装程序。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/writing.py" />
            <source>Remove infinite numbers and unusual values from the extra fields.</source>
            <translation>请从附加字段中移除无穷大的数字和不寻常的值。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/domain.py" />
            <source>Remove it or correct its numbers.</source>
            <translation>请将其移除，或更正其编号。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/media/images.py" />
            <source>Rename the file.</source>
            <translation>请重命名该文件。</translation>
        </message>
        <message>
            <location filename="../../trainer/data/dataset.py" />
            <source>Review the images in the window and export them again.</source>
            <translation>请在窗口中审核这些图像并重新导出。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/yolo.py" />
            <source>Rows of {0} numbers are no class, box and keypoints.</source>
            <extracomment>{0} = length</extracomment>
            <translation>每行 {0} 个数字不能构成类、边框和关键点。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/media/images.py" />
            <source>Save a smaller copy of it, or cut it into tiles.</source>
            <translation>请保存一份较小的副本，或将其切成图块。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/files.py" />
            <location filename="../../gkdt_core/formats/labelme.py" />
            <source>Save it again.</source>
            <translation>请重新保存。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/files.py" />
            <source>Save it as CSV again.</source>
            <translation>请重新保存为 CSV。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/files.py" />
            <source>Save it as UTF-8.</source>
            <translation>请保存为 UTF-8。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/media/unpacked.py" />
            <source>Save it as a PNG.</source>
            <translation>请将其保存为 PNG。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/media/large.py" />
            <source>Save it {0}, or cut it into tiles.</source>
            <extracomment>{0} = remedy</extracomment>
            <translation>请将其保存{0}，或切成图块。</translation>
        </message>
        <message>
            <location filename="../../trainer/calibration.py" />
            <source>Scores cannot be calibrated on {0} predictions.</source>
            <extracomment>{0} = len(peaks)</extracomment>
            <translation>无法用 {0} 个预测校准分数。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <location filename="../../gkdt_core/formats/files.py" />
            <source>Split it into several files.</source>
            <translation>请将其拆分成多个文件。</translation>
        </message>
        <message>
            <location filename="../../packaging/messages.py" />
            <source>Stale file handle</source>
            <translation>网络上的文件引用已失效</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/inference/engine.py" />
            <source>Start again on the CPU.</source>
            <translation>请在 CPU 上重新开始。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/inference/devices.py" />
            <source>Start the program again, or choose the CPU (--device cpu).</source>
            <translation>请重新启动程序，或选择 CPU (--device cpu)。</translation>
        </message>
        <message>
            <location filename="../../trainer/loop.py" />
            <source>Stopped early: no gain in {0} validations.</source>
            <extracomment>{0} = run.stale</extracomment>
            <translation>提前结束：{0} 次验证均无提升。</translation>
        </message>
        <message>
            <location filename="../../trainer/commands.py" />
            <source>Stopped. Go on with the same command and --resume ({0}).</source>
            <extracomment>{0} = args.out</extracomment>
            <translation>已停止。可用同一命令加 --resume 继续（{0}）。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/stream.py" />
            <source>Store the model as float32 (fp32), or look at why its training diverged.</source>
            <translation>请将模型存为 float32 (fp32)，或查明其训练发散的原因。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/inference/prompt.py" />
            <source>Support {0}: keypoint {1} ("{2}") at ({3}, {4}) is outside the image, which is {5} x {6} px.</source>
            <extracomment>{0} = number, {1} = index + 1, {2} = names[index], {3} = x, {4} = y, {5} = width, {6} = height</extracomment>
            <translation>示例 {0}：关键点 {1}（“{2}”）位于 ({3}, {4})，超出了 {5} x {6} px 的图像。</translation>
        </message>
        <message>
            <location filename="../../trainer/recompute.py" />
            <source>The blocks of a {0} are not known.</source>
            <extracomment>{0} = type(encoder).__name__</extracomment>
            <translation>{0} 的块是未知的。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/locate.py" />
            <source>The bundled model is not part of this installation: {0} has no model.</source>
            <extracomment>{0} = directory</extracomment>
            <translation>此安装不含内置模型：{0} 中没有模型。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/library.py" />
            <source>The bundled model is part of the program and stays.</source>
            <translation>内置模型是程序的一部分，予以保留。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/category_file.py" />
            <source>The category cannot be written to "{0}": {1}.</source>
            <extracomment>{0} = path, {1} = error.strerror or error</extracomment>
            <translation>无法将类别写入“{0}”：{1}。</translation>
        </message>
        <message>
            <location filename="../../trainer/loop.py" />
            <source>The computer has too little free memory for a part of a step: {0} episode(s) of {1} views.</source>
            <extracomment>{0} = math.ceil(config.episodes_per_step / config.accumulate), {1} = config.views</extracomment>
            <translation>计算机的可用内存太少，不足以处理一步的一部分：{0} 个片段，每个 {1} 个视图。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/inference/batches.py" />
            <source>The computer has too little free memory for a single image.</source>
            <translation>计算机的可用内存太少，连一张图像也处理不了。</translation>
        </message>
        <message>
            <location filename="../../app/project/importing.py" />
            <source>The dataset in "{0}" was read.</source>
            <extracomment>{0} = self._plan.source</extracomment>
            <translation>已读取“{0}”中的数据集。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/inference/devices.py" />
            <source>The device "{0}" is not supported.</source>
            <extracomment>{0} = name</extracomment>
            <translation>不支持设备“{0}”。</translation>
        </message>
        <message>
            <location filename="../../trainer/processes.py" />
            <source>The device {0} cannot train in {1}: {2}</source>
            <extracomment>{0} = device, {1} = precision, {2} = error</extracomment>
            <translation>设备 {0} 无法以 {1} 训练：{2}</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/staging.py" />
            <source>The disk has too little room for "{0}": {1} are needed, {2} are free, {3} are missing.</source>
            <extracomment>{0} = directory, {1} = words_for_bytes(nbytes), {2} = words_for_bytes(free), {3} = words_for_bytes(nbytes + _SPARE - free)</extracomment>
            <translation>磁盘空间不足以存放“{0}”：需要 {1}，可用 {2}，还差 {3}。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/download.py" />
            <source>The download cannot be written to "{0}": {1}</source>
            <extracomment>{0} = directory, {1} = error</extracomment>
            <translation>无法将下载内容写入“{0}”：{1}</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/pickles.py" />
            <source>The download may have been cut off; compare its size with the source and fetch it again.</source>
            <translation>下载可能已中断；请与来源比较大小并重新获取。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/media/images.py" />
            <source>The file "{0}" cannot be read: {1}.</source>
            <extracomment>{0} = path, {1} = error.strerror or error</extracomment>
            <translation>无法读取文件“{0}”：{1}。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/media/images.py" />
            <source>The file "{0}" does not exist.</source>
            <extracomment>{0} = path</extracomment>
            <translation>文件“{0}”不存在。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/media/images.py" />
            <source>The file "{0}" may not be read.</source>
            <extracomment>{0} = path</extracomment>
            <translation>没有权限读取文件“{0}”。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/pickles.py" />
            <source>The file is damaged or of another kind; fetch it again.</source>
            <translation>文件已损坏或属于其他类型；请重新获取。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/directory.py" />
            <location filename="../../gkdt_core/weights/tensor_file.py" />
            <source>The file is damaged or was not copied to its end; fetch it again.</source>
            <translation>文件已损坏或未复制完整；请重新获取。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/network.py" />
            <source>The file is damaged, or its training had diverged; use another.</source>
            <translation>文件已损坏，或其训练已发散；请使用其他文件。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/config_file.py" />
            <source>The file is damaged; fetch the model again.</source>
            <translation>文件已损坏；请重新获取该模型。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/network.py" />
            <source>The file is incomplete, or of another version of the program.</source>
            <translation>文件不完整，或属于程序的其他版本。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/pickles.py" />
            <source>The file is no complete {0}.</source>
            <extracomment>{0} = self._kind</extracomment>
            <translation>该文件不是完整的{0}。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/dinov3_names.py" />
            <source>The file is no {0}, or of a release this version does not know.</source>
            <extracomment>{0} = self.kind</extracomment>
            <translation>该文件不是{0}，或其发布版本未被此版本识别。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/dinov3_names.py" />
            <source>The file is of a release this version does not know.</source>
            <translation>该文件的发布版本未被此版本识别。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/media/images.py" />
            <source>The folder "{0}" cannot be read: {1}.</source>
            <extracomment>{0} = folder, {1} = error.strerror or error</extracomment>
            <translation>无法读取文件夹“{0}”：{1}。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/media/images.py" />
            <source>The folder "{0}" does not exist.</source>
            <extracomment>{0} = folder</extracomment>
            <translation>文件夹“{0}”不存在。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/convert.py" />
            <source>The folder "{0}" is not empty.</source>
            <extracomment>{0} = directory</extracomment>
            <translation>文件夹“{0}”不为空。</translation>
        </message>
        <message>
            <location filename="../../trainer/loop.py" />
            <source>The graphics card has too little free memory for a part of a step: {0} episode(s) of {1} views.</source>
            <extracomment>{0} = math.ceil(config.episodes_per_step / config.accumulate), {1} = config.views</extracomment>
            <translation>显卡的可用显存太少，不足以处理一步的一部分：{0} 个片段，每个 {1} 个视图。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/inference/batches.py" />
            <source>The graphics card has too little free memory for a single image.</source>
            <translation>显卡的可用显存太少，连一张图像也处理不了。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/inference/devices.py" />
            <source>The graphics card stopped working: {0}</source>
            <extracomment>{0} = said</extracomment>
            <translation>显卡停止工作：{0}</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/dataset.py" />
            <source>The image name "{0}" leads out of the images folder.</source>
            <extracomment>{0} = file_name</extracomment>
            <translation>图像名称“{0}”指向图像文件夹之外。</translation>
        </message>
        <message>
            <location filename="../../app/project/exporting.py" />
            <source>The images lie on several drives, so a COCO file cannot name them relative to one folder.</source>
            <translation>图像位于多个驱动器上，因此 COCO 文件无法以同一个文件夹为起点命名它们。</translation>
        </message>
        <message>
            <location filename="../../trainer/config.py" />
            <source>The kinds of prompt to train are {0}.</source>
            <extracomment>{0} = self.modalities</extracomment>
            <translation>要训练的提示种类为 {0}。</translation>
        </message>
        <message>
            <location filename="../../trainer/loop.py" />
            <source>The loss is not finite at step {0} (episodes: {1}).</source>
            <extracomment>{0} = run.step, {1} = '; '.join(team.everything(bad))</extracomment>
            <translation>第 {0} 步的损失不是有限值（片段：{1}）。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/config_file.py" />
            <source>The model</source>
            <translation>该模型</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/inference/engine.py" />
            <source>The model "{0}" cannot be loaded on the CPU: it came from memory.</source>
            <extracomment>{0} = self.info.model</extracomment>
            <translation>模型“{0}”无法加载到 CPU：它来自内存。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/inference/engine.py" />
            <source>The model "{0}" gives results that are not numbers.</source>
            <extracomment>{0} = self.info.model</extracomment>
            <translation>模型“{0}”给出的结果不是数字。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/inference/engine.py" />
            <source>The model "{0}" makes numbers too large for float16.</source>
            <extracomment>{0} = self.info.model</extracomment>
            <translation>模型“{0}”产生的数字对 float16 来说太大。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/directory.py" />
            <source>The model cannot be written to "{0}": {1}</source>
            <extracomment>{0} = directory, {1} = error</extracomment>
            <translation>无法将模型写入“{0}”：{1}</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/model/config.py" />
            <source>The model configuration cannot be read: {0}.</source>
            <extracomment>{0} = error</extracomment>
            <translation>无法读取模型配置：{0}。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/model/config.py" />
            <source>The model configuration cannot be used: {0}.</source>
            <extracomment>{0} = error</extracomment>
            <translation>无法使用模型配置：{0}。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/model/config.py" />
            <source>The model configuration contradicts itself: {0}.</source>
            <extracomment>{0} = '; '.join(problems)</extracomment>
            <translation>模型配置自相矛盾：{0}。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/model/config.py" />
            <source>The model configuration has unknown settings: {0}.</source>
            <extracomment>{0} = ', '.join(sorted(unknown))</extracomment>
            <translation>模型配置中有未知设置：{0}。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/model/config.py" />
            <source>The model configuration lacks or does not know {0}.</source>
            <extracomment>{0} = error</extracomment>
            <translation>模型配置缺少或不识别某些内容：{0}。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/model/config.py" />
            <location filename="../../gkdt_core/weights/config_file.py" />
            <source>The model may come from a newer version of this program.</source>
            <translation>该模型可能来自本程序的更新版本。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/model/config.py" />
            <source>The nearest is {0}; this model was made for {1}.</source>
            <extracomment>{0} = near, {1} = self.input_size</extracomment>
            <translation>最接近的是 {0}；此模型是为 {1} 制作的。</translation>
        </message>
        <message>
            <location filename="../../app/project/importing.py" />
            <source>The project has a category "{0}" with other keypoints, so the imported one is called "{1}".</source>
            <extracomment>{0} = category.name, {1} = renamed</extracomment>
            <translation>项目中的类别“{0}”具有不同的关键点，因此导入的类别改名为“{1}”。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/prompt_files.py" />
            <source>The prompt cannot be written to "{0}":  {1}.</source>
            <extracomment>{0} = path, {1} = error.strerror or error</extracomment>
            <translation>无法将提示写入“{0}”： {1}。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/prompt_files.py" />
            <source>The prompt cannot be written to "{0}": {1} {2}.</source>
            <extracomment>{0} = path, {1} = error.filename or '', {2} = error.strerror or error</extracomment>
            <translation>无法将提示写入“{0}”：{1} {2}。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/inference/prompt.py" />
            <source>The prompt does not agree on the number of keypoints: {0}.</source>
            <extracomment>{0} = said</extracomment>
            <translation>提示中的关键点数量不一致：{0}。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/inference/engine.py" />
            <source>The prompt says nothing: no keypoint has a text, and no support marks a point.</source>
            <translation>提示没有任何内容：没有关键点有文字，也没有示例标出点。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/media/unpacked.py" />
            <source>The unpacked copy of "{0}" is no longer there.</source>
            <extracomment>{0} = self.path</extracomment>
            <translation>“{0}”的解包副本已不存在。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/media/video_frames.py" />
            <source>The video "{0}" cannot be opened.</source>
            <extracomment>{0} = path</extracomment>
            <translation>无法打开视频“{0}”。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>The visibility must be 0 (not labelled), 1 (hidden) or 2 (visible).</source>
            <translation>可见性必须为 0（未标注）、1（遮挡）或 2（可见）。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/stream.py" />
            <source>The weight "{0}" is not finite, or too large for {1}.</source>
            <extracomment>{0} = key, {1} = str(_DTYPES[entry.dtype]).removeprefix('torch.')</extracomment>
            <translation>权重“{0}”不是有限值，或对 {1} 来说太大。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/stream.py" />
            <source>The weight "{0}" is of the kind {1}, which is not stored.</source>
            <extracomment>{0} = key, {1} = kind</extracomment>
            <translation>权重“{0}”属于 {1} 类型，不予存储。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/network.py" />
            <source>The weights in {0} do not fit the network: it {1}.</source>
            <extracomment>{0} = what, {1} = ', and '.join(problems)</extracomment>
            <translation>{0} 中的权重与网络不符：{1}。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/load.py" />
            <source>The weights of {0} cannot be read: {1}</source>
            <extracomment>{0} = name, {1} = error</extracomment>
            <translation>无法读取 {0} 的权重：{1}</translation>
        </message>
        <message>
            <location filename="../../trainer/commands.py" />
            <source>There are no data to learn from.</source>
            <translation>没有可供学习的数据。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/nwb.py" />
            <source>There are no images with categories.</source>
            <translation>没有带类别的图像。</translation>
        </message>
        <message>
            <location filename="../../trainer/supercategories.py" />
            <source>There are: {0}.</source>
            <extracomment>{0} = there</extracomment>
            <translation>现有：{0}。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/download.py" />
            <source>There is another file at "{0}" already.</source>
            <extracomment>{0} = target</extracomment>
            <translation>“{0}”处已有另一个文件。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/deeplabcut.py" />
            <location filename="../../gkdt_core/formats/sleap.py" />
            <location filename="../../gkdt_core/formats/yolo.py" />
            <source>There is no category with keypoints.</source>
            <translation>没有带关键点的类别。</translation>
        </message>
        <message>
            <location filename="../../trainer/commands.py" />
            <source>There is no checkpoint in {0}, so the training begins anew.</source>
            <extracomment>{0} = args.out</extracomment>
            <translation>{0} 中没有检查点，因此训练重新开始。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/inference/devices.py" />
            <source>There is no device "{0}": the computer has {1} CUDA card(s).</source>
            <extracomment>{0} = name, {1} = torch.cuda.device_count()</extracomment>
            <translation>没有设备“{0}”：计算机有 {1} 块 CUDA 显卡。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/registry.py" />
            <source>There is no file or folder "{0}".</source>
            <extracomment>{0} = path</extracomment>
            <translation>没有文件或文件夹“{0}”。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/library.py" />
            <source>There is no model "{0}" in {1}.</source>
            <extracomment>{0} = path.name, {1} = place</extracomment>
            <translation>{1} 中没有模型“{0}”。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/locate.py" />
            <source>There is no model "{0}".</source>
            <extracomment>{0} = name_or_path</extracomment>
            <translation>没有模型“{0}”。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/inference/prompt.py" />
            <source>There is no prompt.</source>
            <translation>没有提示。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/schemas.py" />
            <source>There is no ready-made category for "{0}".</source>
            <extracomment>{0} = object_name</extracomment>
            <translation>没有现成的“{0}”类别。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/schemas.py" />
            <source>There is no ready-made skeleton "{0}".</source>
            <extracomment>{0} = schema_id</extracomment>
            <translation>没有现成的骨架“{0}”。</translation>
        </message>
        <message>
            <location filename="../../trainer/config.py" />
            <source>There is no text template.</source>
            <translation>没有文本模板。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/yolo.py" />
            <source>There is no {0}, and the labels have no rows of numbers.</source>
            <extracomment>{0} = SETTINGS</extracomment>
            <translation>没有 {0}，且标注中没有数字行。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/media/images.py" />
            <source>There is not enough memory to open "{0}".</source>
            <extracomment>{0} = path</extracomment>
            <translation>内存不足，无法打开“{0}”。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>There is not enough memory to read "{0}".</source>
            <extracomment>{0} = path</extracomment>
            <translation>内存不足，无法读取“{0}”。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/registry.py" />
            <source>They are: {0}.</source>
            <extracomment>{0} = known</extracomment>
            <translation>它们是：{0}。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/hdf5.py" />
            <source>This build of the program is without it. Choose another format, or a build that has it.</source>
            <translation>这个构建的程序不包含它。请选择其他格式,或使用包含它的构建。</translation>
        </message>
        <message>
            <location filename="../../trainer/boards.py" />
            <source>This build of the program is without it. Leave out --tensorboard: metrics.csv has the same numbers.</source>
            <translation>这个构建的程序不包含它。请去掉 --tensorboard:metrics.csv 中有相同的数字。</translation>
        </message>
        <message>
            <location filename="../../packaging/messages.py" />
            <source>Too many open files</source>
            <translation>打开的文件过多</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/nwb.py" />
            <source>Tracks of videos are not read.</source>
            <translation>不读取视频的轨迹。</translation>
        </message>
        <message>
            <location filename="../../trainer/loop.py" />
            <source>Training compares instances with each other: annotate at least two, better ten.</source>
            <translation>训练会将实例相互比较：请至少标注两个，最好十个。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/download.py" />
            <source>Try again later. {0}</source>
            <extracomment>{0} = by_hand(model)</extracomment>
            <translation>请稍后重试。{0}</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/download.py" />
            <source>Try again when there is one: a download that has begun goes on from where it was. {0}</source>
            <extracomment>{0} = by_hand(model)</extracomment>
            <translation>请在有连接时重试：已开始的下载会从中断处继续。{0}</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/dataset.py" />
            <source>Two {0} records have the id {1}.</source>
            <extracomment>{0} = what, {1} = identity</extracomment>
            <translation>有两个 {0} 记录的 id 均为 {1}。</translation>
        </message>
        <message>
            <location filename="../../packaging/messages.py" />
            <source>Unterminated string starting at</source>
            <translation>此处开始的文本没有结束</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/config_file.py" />
            <source>Update the program, or use another model.</source>
            <translation>请更新程序，或使用其他模型。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/prompt_files.py" />
            <source>Update the program.</source>
            <translation>请更新程序。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/pickles.py" />
            <source>Use checkpoints from their authors only.</source>
            <translation>请只使用来自原作者的检查点。</translation>
        </message>
        <message>
            <location filename="../../trainer/commands.py" />
            <source>Validation never got better: the starting model is what was kept.</source>
            <translation>验证始终没有提升：保留的是初始模型。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/domain.py" />
            <source>Visibility must be 0, 1 or 2, got {0}.</source>
            <extracomment>{0} = sorted(set(self.visibility.tolist()))</extracomment>
            <translation>可见性必须为 0、1 或 2，实际为 {0}。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/staging.py" />
            <source>Wait for it, or stop it.</source>
            <translation>请等待它完成，或将其停止。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/media/images.py" />
            <source>Was it moved, renamed or deleted?</source>
            <translation>它是否已被移动、重命名或删除？</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/convert.py" />
            <source>Weights cannot be stored as "{0}".</source>
            <extracomment>{0} = dtype</extracomment>
            <translation>权重不能存储为“{0}”。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/download.py" />
            <source>What came for {0} is not what {1} announces: its SHA-256 is {2}, announced is {3}. It was deleted.</source>
            <extracomment>{0} = target.name, {1} = model.page, {2} = found, {3} = offer.sha256</extracomment>
            <translation>收到的 {0} 与 {1} 所公布的不符：其 SHA-256 为 {2}，公布的为 {3}。已将其删除。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/registry.py" />
            <source>What format "{0}" has cannot be told.</source>
            <extracomment>{0} = path</extracomment>
            <translation>无法判断“{0}”的格式。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/download.py" />
            <source>What has come so far is kept; the same command goes on from there. {0}</source>
            <extracomment>{0} = by_hand(model)</extracomment>
            <translation>已收到的内容会保留；同一命令会从该处继续。{0}</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/download.py" />
            <source>Without a network here: fetch the {0} file on another computer from {1}, bring it over, and run: gkdt models convert FILE --as {2} --out "{3}"</source>
            <extracomment>{0} = _SUFFIX, {1} = model.page, {2} = model.name, {3} = models_directory() / model.name</extracomment>
            <translation>此处没有网络时：请在另一台计算机上从 {1} 获取 {0} 文件，带过来后运行：gkdt models convert FILE --as {2} --out "{3}"</translation>
        </message>
        <message>
            <location filename="../../trainer/supercategories.py" />
            <source>Without the super-categories {0} no data are left.</source>
            <extracomment>{0} = ', '.join(leave_out)</extracomment>
            <translation>去掉上级类别 {0} 后没有剩余数据。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>Write 0, 0, 0 for a keypoint that is not labelled, and export the file again.</source>
            <translation>未标注的关键点请写 0, 0, 0，然后重新导出该文件。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/categories.py" />
            <source>Write pairs like [1, 2]; the first keypoint is 1.</source>
            <translation>请写成 [1, 2] 这样的对；第一个关键点为 1。</translation>
        </message>
        <message>
            <location filename="../../trainer/text_prompts.py" />
            <source>Write {{k}} where the keypoint's name goes, and {{o}} for the object's.</source>
            <translation>请在关键点名称处写 {{k}}，在对象名称处写 {{o}}。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/hdf5.py" />
            <source>Writing .h5 files</source>
            <translation>写入 .h5 文件</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/hdf5.py" />
            <source>Writing NWB files</source>
            <translation>写入 NWB 文件</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/hdf5.py" />
            <source>Writing SLEAP files</source>
            <translation>写入 SLEAP 文件</translation>
        </message>
        <message>
            <location filename="../../trainer/boards.py" />
            <source>Writing for TensorBoard needs the package tensorboardX, which is not installed.</source>
            <translation>为 TensorBoard 写入需要 tensorboardX 包，但它未安装。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/deeplabcut.py" />
            <source>a body part has no column x or y: {0}.</source>
            <extracomment>{0} = ', '.join(sorted(found))</extracomment>
            <translation>有身体部位没有 x 或 y 列：{0}。</translation>
        </message>
        <message>
            <location filename="../../trainer/choices.py" />
            <source>a fifth of what heads alone learn with: the image encoder knows much that should stay</source>
            <translation>仅训练头部时的五分之一：图像编码器已有许多应保留的知识</translation>
        </message>
        <message>
            <location filename="../../trainer/choices.py" />
            <source>a graphics card is fast enough for all steps</source>
            <translation>显卡足够快，可完成所有步骤</translation>
        </message>
        <message>
            <location filename="../../app/project/row_parsing.py" />
            <source>a keypoint has an unknown origin.</source>
            <translation>有一个关键点的来源未知。</translation>
        </message>
        <message>
            <location filename="../../trainer/choices.py" />
            <source>a large encoder moves slowly, or it forgets</source>
            <translation>大型编码器须缓慢变化，否则会遗忘</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/yolo.py" />
            <source>a number is above 1; the whole image would be ignored.</source>
            <translation>有一个数字大于 1；整张图像会被忽略。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/yolo.py" />
            <source>a number is below 0; the whole image would be ignored.</source>
            <translation>有一个数字小于 0；整张图像会被忽略。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/labelme.py" />
            <source>a {0} "{1}" is no keypoint and no box.</source>
            <extracomment>{0} = kind, {1} = label</extracomment>
            <translation>{0}“{1}”既不是关键点也不是边框。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/cvat.py" />
            <source>a {0} "{1}" is no skeleton.</source>
            <extracomment>{0} = shape.tag, {1} = shape.get('label')</extracomment>
            <translation>{0}“{1}”不是骨架。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/labelme.py" />
            <source>a {0} has {1} points.</source>
            <extracomment>{0} = shape['shape_type'], {1} = wanted</extracomment>
            <translation>{0} 有 {1} 个点。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/registry.py" />
            <source>an entry has not exactly {0}</source>
            <extracomment>{0} = ', '.join(types)</extracomment>
            <translation>有一个条目不是恰好含有 {0}</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/prompt_files.py" />
            <source>an image has no name</source>
            <translation>有一张图像没有名称</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/sleap.py" />
            <source>an instance has {0} points, expected {1}.</source>
            <extracomment>{0} = len(points), {1} = len(category)</extracomment>
            <translation>有一个实例有 {0} 个点，应为 {1} 个。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/sleap.py" />
            <source>an instance refers to something that is not there.</source>
            <translation>有一个实例引用了不存在的内容。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>annotation number {0}</source>
            <extracomment>{0} = position + 1</extracomment>
            <translation>第 {0} 个标注</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <location filename="../../gkdt_core/formats/registry.py" />
            <source>annotation {0}</source>
            <extracomment>{0} = identity</extracomment>
            <translation>标注 {0}</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/media/large.py" />
            <source>as a JPEG that is not progressive</source>
            <translation>为非渐进式 JPEG</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/media/large.py" />
            <source>as a PNG that is not interlaced</source>
            <translation>为非隔行扫描的 PNG</translation>
        </message>
        <message>
            <location filename="../../trainer/choices.py" />
            <source>as asked for</source>
            <translation>按要求</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>category number {0}</source>
            <extracomment>{0} = position + 1</extracomment>
            <translation>第 {0} 个类别</translation>
        </message>
        <message>
            <location filename="../../app/project/row_reading.py" />
            <source>category {0} ("{1}") makes no sense: {2}</source>
            <extracomment>{0} = row[0], {1} = row[2], {2} = error</extracomment>
            <translation>类别 {0}（“{1}”）不合理：{2}</translation>
        </message>
        <message>
            <location filename="../../trainer/choices.py" />
            <source>ends after {0} looks without a gain; the best model is what is kept</source>
            <extracomment>{0} = PATIENCE</extracomment>
            <translation>{0} 次检查无提升后结束；保留最好的模型</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>entry {0} of "{1}" is {2}, not a record.</source>
            <extracomment>{0} = position + 1, {1} = section, {2} = short(record)</extracomment>
            <translation>“{1}”的第 {0} 个条目是 {2}，不是记录。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/yolo.py" />
            <source>expected {0} numbers; the whole image would be ignored.</source>
            <extracomment>{0} = expected</extracomment>
            <translation>应有 {0} 个数字；整张图像会被忽略。</translation>
        </message>
        <message>
            <location filename="../../trainer/processes.py" />
            <source>fp16 needs a CUDA card, and this run is on {0}.</source>
            <extracomment>{0} = device</extracomment>
            <translation>fp16 需要 CUDA 显卡，而此训练在 {0} 上运行。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/sleap.py" />
            <source>frame {0}</source>
            <extracomment>{0} = int(frame['frame_idx'])</extracomment>
            <translation>帧 {0}</translation>
        </message>
        <message>
            <location filename="../../trainer/data/sampling.py" />
            <source>gamma is {0}.</source>
            <extracomment>{0} = gamma</extracomment>
            <translation>gamma 为 {0}。</translation>
        </message>
        <message>
            <location filename="../../trainer/choices.py" />
            <source>half of what the model was made with: it knows much that should stay</source>
            <translation>制作该模型时的一半：它已有许多应保留的知识</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/building.py" />
            <location filename="../../gkdt_core/formats/cvat.py" />
            <source>image "{0}"</source>
            <extracomment>{0} = name[:200]</extracomment>
            <translation>图像“{0}”</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/pickles.py" />
            <source>image encoder</source>
            <translation>图像编码器</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>image number {0}</source>
            <extracomment>{0} = position + 1</extracomment>
            <translation>第 {0} 个图像</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>image {0} ("{1}") has {2} as its {3}.</source>
            <extracomment>{0} = identity, {1} = name, {2} = short(value), {3} = key</extracomment>
            <translation>图像 {0}（“{1}”）的 {3} 为 {2}。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>image {0} has no "file_name".</source>
            <extracomment>{0} = identity</extracomment>
            <translation>图像 {0} 没有 "file_name"。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/labelme.py" />
            <source>image {0}, rectangle "{1}"</source>
            <extracomment>{0} = page.image, {1} = group.name</extracomment>
            <translation>图像 {0}，矩形“{1}”</translation>
        </message>
        <message>
            <location filename="../../app/project/row_reading.py" />
            <source>instance {0} in image {1} makes no sense: {2}</source>
            <extracomment>{0} = number, {1} = image_id, {2} = error</extracomment>
            <translation>图像 {1} 中的实例 {0} 不合理：{2}</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>it counts as not labelled</source>
            <translation>视为未标注</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>it counts as visible</source>
            <translation>视为可见</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/prompt_files.py" />
            <source>it has no category</source>
            <translation>它没有类别</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/labelme.py" />
            <source>it has no label, points or shape_type.</source>
            <translation>它没有 label、points 或 shape_type。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/labelme.py" />
            <source>it has no points.</source>
            <translation>它没有点。</translation>
        </message>
        <message>
            <location filename="../../app/project/row_parsing.py" />
            <source>it has {0} keypoints, its category "{1}" has {2}.</source>
            <extracomment>{0} = len(points), {1} = category.category.name, {2} = len(category.category)</extracomment>
            <translation>它有 {0} 个关键点，其类别“{1}”有 {2} 个。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/deeplabcut.py" />
            <source>it is a frame's number, not a picture's name.</source>
            <translation>这是帧的编号，不是图片的名称。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>it is left out</source>
            <translation>已略去</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/deeplabcut.py" />
            <source>it is missing.</source>
            <translation>它不存在。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/yolo.py" />
            <source>it is missing; Ultralytics starts from it.</source>
            <translation>它不存在；Ultralytics 由它开始。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/prompt_files.py" />
            <source>it is no JSON ({0})</source>
            <extracomment>{0} = error</extracomment>
            <translation>它不是 JSON（{0}）</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/labelme.py" />
            <source>it is no LabelMe file.</source>
            <translation>它不是 LabelMe 文件。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/labelme.py" />
            <source>it is no shape.</source>
            <translation>它不是形状。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/yolo.py" />
            <source>it is there twice; one of the two would be dropped.</source>
            <translation>它出现了两次；其中一个会被丢弃。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/prompt_files.py" />
            <source>it is too large</source>
            <translation>它太大</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/tensor_file.py" />
            <source>it is {0} bytes long, its header speaks of {1}</source>
            <extracomment>{0} = size, {1} = end</extracomment>
            <translation>它长 {0} 字节，其文件头却写着 {1}</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/nwb.py" />
            <source>it names no image file.</source>
            <translation>它没有指明图像文件。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/tables.py" />
            <source>it names no image.</source>
            <translation>它没有指明图像。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/registry.py" />
            <source>it needs "licences" and "models", and nothing else</source>
            <translation>它需要 "licences" 和 "models"，不需要其他</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/prompt_files.py" />
            <source>its "format" is another</source>
            <translation>其 "format" 不同</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/yolo.py" />
            <source>its box has no width or height and is left out.</source>
            <translation>其边框没有宽或高，已略去。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/tables.py" />
            <source>its box has not four numbers and is left out.</source>
            <translation>其边框不是四个数字，已略去。</translation>
        </message>
        <message>
            <location filename="../../app/project/row_parsing.py" />
            <source>its category {0} is missing.</source>
            <extracomment>{0} = category_id</extracomment>
            <translation>缺少其类别 {0}。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/deeplabcut.py" />
            <source>its columns are not scorer, bodyparts and coords.</source>
            <translation>其各列不是 scorer、bodyparts 和 coords。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/cvat.py" />
            <source>its frame is {0}.</source>
            <extracomment>{0} = frame</extracomment>
            <translation>其帧为 {0}。</translation>
        </message>
        <message>
            <location filename="../../app/project/row_parsing.py" />
            <source>its further fields are no text.</source>
            <translation>其余字段不是文本。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/labelme.py" />
            <source>its group has the box of a "{0}" already.</source>
            <extracomment>{0} = group.name</extracomment>
            <translation>其组中已有“{0}”的边框。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/tensor_file.py" />
            <source>its header cannot be read ({0})</source>
            <extracomment>{0} = error</extracomment>
            <translation>无法读取其文件头（{0}）</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/tensor_file.py" />
            <source>its header is no object</source>
            <translation>其文件头不是对象</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/tensor_file.py" />
            <source>its header would be {0} bytes long</source>
            <extracomment>{0} = length</extracomment>
            <translation>其文件头将长达 {0} 字节</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/registry.py" />
            <source>its ids are in quotes; pycocotools finds nothing of it.</source>
            <translation>其 id 带有引号；pycocotools 找不到其任何内容。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/labelme.py" />
            <source>its image "{0}" is not there.</source>
            <extracomment>{0} = picture</extracomment>
            <translation>其图像“{0}”不存在。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/sleap.py" />
            <source>its image or its instances cannot be found.</source>
            <translation>找不到其图像或实例。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/prompt_files.py" />
            <source>its keypoints are no list of sensible length</source>
            <translation>其关键点不是长度合理的列表</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/prompt_files.py" />
            <source>its names are no texts</source>
            <translation>其名称不是文本</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/registry.py" />
            <source>its parts are no filled lists</source>
            <translation>其各部分不是有内容的列表</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/deeplabcut.py" />
            <source>its scorer is "{0}", that of {1} is "{2}".</source>
            <extracomment>{0} = said, {1} = _CONFIG, {2} = config.get('scorer')</extracomment>
            <translation>其 scorer 为“{0}”，{1} 的为“{2}”。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/prompt_files.py" />
            <source>its support {0}</source>
            <extracomment>{0} = number</extracomment>
            <translation>其示例 {0}</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/prompt_files.py" />
            <source>its supports are no list of sensible length</source>
            <translation>其示例不是长度合理的列表</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/prompt_files.py" />
            <source>its texts are not {0} texts</source>
            <extracomment>{0} = len(category)</extracomment>
            <translation>其文字不是 {0} 个文本</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/sleap.py" />
            <source>its video is not listed.</source>
            <translation>其视频未列出。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/prompt_files.py" />
            <source>its {0} are no pairs of numbers</source>
            <extracomment>{0} = key</extracomment>
            <translation>其 {0} 不是数字对</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/pickles.py" />
            <source>kernel generation transformer</source>
            <translation>核生成变换器</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/cvat.py" />
            <source>label "{0}"</source>
            <extracomment>{0} = name</extracomment>
            <translation>标签“{0}”</translation>
        </message>
        <message>
            <location filename="../../trainer/choices.py" />
            <source>no category has more than {0} instances</source>
            <extracomment>{0} = situation.largest</extracomment>
            <translation>没有类别的实例超过 {0} 个</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/tables.py" />
            <source>no column of "{0}" is filled.</source>
            <extracomment>{0} = category</extracomment>
            <translation>“{0}”的各列都没有内容。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/deeplabcut.py" />
            <source>no entry of "video_sets" has the name of its folder.</source>
            <translation>"video_sets" 中没有与其文件夹同名的条目。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/yolo.py" />
            <source>no image has a label where Ultralytics looks for it.</source>
            <translation>在 Ultralytics 查找的位置，没有任何图像有标注。</translation>
        </message>
        <message>
            <location filename="../../trainer/choices.py" />
            <source>no limit</source>
            <translation>不限</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/yolo.py" />
            <source>not all of it are numbers.</source>
            <translation>其内容不全是数字。</translation>
        </message>
        <message>
            <location filename="../../trainer/choices.py" />
            <source>nothing held back</source>
            <translation>没有留出</translation>
        </message>
        <message>
            <location filename="../../trainer/choices.py" />
            <source>of each instance, whose features are computed once</source>
            <translation>每个实例的视图，其特征只计算一次</translation>
        </message>
        <message>
            <location filename="../../trainer/choices.py" />
            <source>on a processor; the learning rate falls with the time</source>
            <translation>在处理器上；学习率随时间下降</translation>
        </message>
        <message>
            <location filename="../../trainer/choices.py" />
            <source>one or two examples and the others to find them in</source>
            <translation>一两个作示例，其余用来寻找</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/tables.py" />
            <source>only one of "{0}" and "{1}" is there; it counts as not labelled.</source>
            <extracomment>{0} = x, {1} = y</extracomment>
            <translation>“{0}”和“{1}”只有其一；视为未标注。</translation>
        </message>
        <message>
            <location filename="../../trainer/choices.py" />
            <source>only what reads the features is changed, so it may move fast</source>
            <translation>只改变读取特征的部分，因此可以变化得快</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/pickles.py" />
            <source>only {0}</source>
            <extracomment>{0} = sorted(numbers)[:8]</extracomment>
            <translation>只有 {0}</translation>
        </message>
        <message>
            <location filename="../../app/controllers/prompt_files.py" />
            <source>support {0} marks "{1}" outside of its image, {2} x {3} px</source>
            <extracomment>{0} = number, {1} = name, {2} = width, {3} = height</extracomment>
            <translation>示例 {0} 将“{1}”标在了 {2} x {3} px 的图像之外</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/pickles.py" />
            <source>text adaptation</source>
            <translation>文本适配</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/pickles.py" />
            <source>text encoder</source>
            <translation>文本编码器</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>that is mended</source>
            <translation>已修正</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/deeplabcut.py" />
            <source>the .h5 beside it has other columns or pictures; DeepLabCut reads the .h5.</source>
            <translation>旁边的 .h5 有不同的列或图片；DeepLabCut 读取的是 .h5。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/deeplabcut.py" />
            <source>the .h5 beside it has other positions; DeepLabCut reads the .h5.</source>
            <translation>旁边的 .h5 有不同的位置；DeepLabCut 读取的是 .h5。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/prompt_files.py" />
            <source>the box of {0} is empty</source>
            <extracomment>{0} = what</extracomment>
            <translation>{0} 的边框为空</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/yolo.py" />
            <source>the class {0} has no name.</source>
            <extracomment>{0} = row[0]</extracomment>
            <translation>类 {0} 没有名称。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/deeplabcut.py" />
            <source>the column "{0}" is there twice; the first counts.</source>
            <extracomment>{0} = ' '.join(names[1:])</extracomment>
            <translation>"{0}" 列出现了两次；以第一个为准。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/files.py" />
            <source>the drawing of "{0}"</source>
            <extracomment>{0} = name</extracomment>
            <translation>“{0}”的绘图</translation>
        </message>
        <message>
            <location filename="../../app/project/files.py" />
            <source>the file is damaged</source>
            <translation>文件已损坏</translation>
        </message>
        <message>
            <location filename="../../trainer/choices.py" />
            <source>the image encoder is not changed</source>
            <translation>图像编码器不变</translation>
        </message>
        <message>
            <location filename="../../trainer/choices.py" />
            <source>the image encoder is small: tuning it too learns most in any time</source>
            <translation>图像编码器较小：一并调整它，无论多长时间都学得最多</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>the image file tells it</source>
            <translation>由图像文件得知</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/prompt_files.py" />
            <source>the image {0} leads in a circle</source>
            <extracomment>{0} = name</extracomment>
            <translation>图像 {0} 循环指向自身</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/prompt_files.py" />
            <source>the image {0} lies outside of its folder</source>
            <extracomment>{0} = name</extracomment>
            <translation>图像 {0} 位于其文件夹之外</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/registry.py" />
            <source>the layout of {0} has sizes below 1</source>
            <extracomment>{0} = name</extracomment>
            <translation>{0} 的布局中有小于 1 的尺寸</translation>
        </message>
        <message>
            <location filename="../../trainer/choices.py" />
            <source>the length was asked for</source>
            <translation>时长按要求</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/registry.py" />
            <source>the licence "{0}" is there twice</source>
            <extracomment>{0} = licence.id</extracomment>
            <translation>许可证“{0}”出现了两次</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/registry.py" />
            <source>the licence "{0}" of {1} is not in it</source>
            <extracomment>{0} = values['licence'], {1} = name</extracomment>
            <translation>其中没有 {1} 的许可证“{0}”</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/deeplabcut.py" />
            <location filename="../../gkdt_core/formats/nwb.py" />
            <location filename="../../gkdt_core/formats/sleap.py" />
            <source>the picture is not there.</source>
            <translation>图片不存在。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/labelme.py" />
            <source>the position of "{0}" is not made of numbers.</source>
            <extracomment>{0} = label</extracomment>
            <translation>“{0}”的位置不是由数字组成。</translation>
        </message>
        <message>
            <location filename="../../app/project/files.py" />
            <source>the project file cannot be used ({0})</source>
            <extracomment>{0} = error</extracomment>
            <translation>无法使用项目文件（{0}）</translation>
        </message>
        <message>
            <location filename="../../trainer/commands.py" />
            <source>the prompt and head parts</source>
            <translation>提示部分和头部</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>the second gets another</source>
            <translation>第二个会换用另一个</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>the section "{0}" is missing.</source>
            <extracomment>{0} = section</extracomment>
            <translation>缺少 "{0}" 部分。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/yolo.py" />
            <source>the size of its image is not known.</source>
            <translation>其图像的尺寸未知。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/cvat.py" />
            <source>the skeleton "{0}" has no points.</source>
            <extracomment>{0} = name</extracomment>
            <translation>骨架“{0}”没有点。</translation>
        </message>
        <message>
            <location filename="../../trainer/commands.py" />
            <source>the upper image encoder, the prompt and head parts</source>
            <translation>图像编码器上部、提示部分和头部</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/labelme.py" />
            <source>there is already a "{0}" in its group; give each instance a group_id.</source>
            <extracomment>{0} = label</extracomment>
            <translation>其组中已有“{0}”；请为每个实例指定 group_id。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/cvat.py" />
            <source>there is already a "{0}"; group each instance in CVAT.</source>
            <extracomment>{0} = item.label</extracomment>
            <translation>已有“{0}”；请在 CVAT 中为每个实例分组。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/yolo.py" />
            <source>there is no "flip_idx", so images are never mirrored in training.</source>
            <translation>没有 "flip_idx"，因此训练时图像不会被镜像。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/deeplabcut.py" />
            <source>there is no .h5 beside it; DeepLabCut makes one with convertcsv2h5.</source>
            <translation>旁边没有 .h5；DeepLabCut 用 convertcsv2h5 生成它。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/yolo.py" />
            <source>there is no image for it.</source>
            <translation>没有与之对应的图像。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/yolo.py" />
            <source>there is no such image in the folder.</source>
            <translation>文件夹中没有这样的图像。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>this is a plain list, as in results files, without images and categories.</source>
            <translation>这只是一个列表，如结果文件那样，没有图像和类别。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>this is not a COCO dataset.</source>
            <translation>这不是 COCO 数据集。</translation>
        </message>
        <message>
            <location filename="../../app/project/files.py" />
            <source>this is not a project file</source>
            <translation>这不是项目文件</translation>
        </message>
        <message>
            <location filename="../../trainer/choices.py" />
            <source>too few to spare any: looks are at the images that are learned from</source>
            <translation>数量太少，无法留出：检查使用学习所用的图像</translation>
        </message>
        <message>
            <location filename="../../trainer/choices.py" />
            <source>too many instances to see a view again, so none is kept</source>
            <translation>实例太多，不会再次见到同一视图，因此不保留</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/cvat.py" />
            <source>track {0}</source>
            <extracomment>{0} = track.get('id')</extracomment>
            <translation>轨迹 {0}</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>two annotations have the id {0}.</source>
            <extracomment>{0} = identity</extracomment>
            <translation>有两个标注的 id 均为 {0}。</translation>
        </message>
        <message>
            <location filename="../../trainer/choices.py" />
            <source>two categories or poses a step keep the direction steady; more is slower</source>
            <translation>每步两个类别或姿态可保持方向稳定；更多则更慢</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/pickles.py" />
            <source>under "model"</source>
            <translation>位于 "model" 下</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/prompt_files.py" />
            <source>what counts is neither true nor false</source>
            <translation>计入与否既非真也非假</translation>
        </message>
        <message>
            <location filename="../../trainer/choices.py" />
            <source>what knows pictures in general moves half as fast</source>
            <translation>了解一般图像的部分以一半的速度变化</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/categories.py" />
            <source>{0} ("{1}") has no list of keypoint names.</source>
            <extracomment>{0} = source, {1} = name</extracomment>
            <translation>{0}（“{1}”）没有关键点名称列表。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/categories.py" />
            <source>{0} ("{1}"): "flip_pairs"</source>
            <extracomment>{0} = source, {1} = name</extracomment>
            <translation>{0}（“{1}”）："flip_pairs"</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/categories.py" />
            <source>{0} ("{1}"): "skeleton"</source>
            <extracomment>{0} = source, {1} = name</extracomment>
            <translation>{0}（“{1}”）："skeleton"</translation>
        </message>
        <message>
            <location filename="../../app/project/comparing.py" />
            <source>{0} and {1} have no picture in common.</source>
            <extracomment>{0} = first.name, {1} = second.name</extracomment>
            <translation>{0} 和 {1} 没有共同的图片。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/download.py" />
            <source>{0} answered with {1}.</source>
            <extracomment>{0} = model.page, {1} = status</extracomment>
            <translation>{0} 的回应为 {1}。</translation>
        </message>
        <message>
            <location filename="../../app/project/row_parsing.py" />
            <source>{0} are no list of texts.</source>
            <extracomment>{0} = what</extracomment>
            <translation>{0}不是文本列表。</translation>
        </message>
        <message>
            <location filename="../../app/project/row_parsing.py" />
            <source>{0} are no list.</source>
            <extracomment>{0} = what</extracomment>
            <translation>{0}不是列表。</translation>
        </message>
        <message>
            <location filename="../../app/project/row_parsing.py" />
            <source>{0} are no pairs of numbers.</source>
            <extracomment>{0} = what</extracomment>
            <translation>{0}不是数字对。</translation>
        </message>
        <message>
            <location filename="../../trainer/run_state.py" />
            <source>{0} belongs to a run that began with another model, unnamed ({1}), not with this one ({2}).</source>
            <extracomment>{0} = path, {1} = digest[:12], {2} = self.start.digest[:12]</extracomment>
            <translation>{0} 属于从另一个模型开始的训练：未命名（{1}），而不是此模型（{2}）。</translation>
        </message>
        <message>
            <location filename="../../trainer/run_state.py" />
            <source>{0} belongs to a run that began with another model, unnamed ({1}), not with {2} ({3}).</source>
            <extracomment>{0} = path, {1} = digest[:12], {2} = self.start.name or 'this one', {3} = self.start.digest[:12]</extracomment>
            <translation>{0} 属于从另一个模型开始的训练：未命名（{1}），而不是 {2}（{3}）。</translation>
        </message>
        <message>
            <location filename="../../trainer/run_state.py" />
            <source>{0} belongs to a run that began with another model, {1} ({2}), not with this one ({3}).</source>
            <extracomment>{0} = path, {1} = name or 'unnamed', {2} = digest[:12], {3} = self.start.digest[:12]</extracomment>
            <translation>{0} 属于从另一个模型开始的训练：{1}（{2}），而不是此模型（{3}）。</translation>
        </message>
        <message>
            <location filename="../../trainer/run_state.py" />
            <source>{0} belongs to a run that began with another model, {1} ({2}), not with {3} ({4}).</source>
            <extracomment>{0} = path, {1} = name or 'unnamed', {2} = digest[:12], {3} = self.start.name or 'this one', {4} = self.start.digest[:12]</extracomment>
            <translation>{0} 属于从另一个模型开始的训练：{1}（{2}），而不是 {3}（{4}）。</translation>
        </message>
        <message>
            <location filename="../../trainer/run_state.py" />
            <source>{0} belongs to another model or another choice of what to tune.</source>
            <extracomment>{0} = path</extracomment>
            <translation>{0} 属于另一个模型，或所选的调整部分不同。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/staging.py" />
            <source>{0} bytes</source>
            <extracomment>{0} = count</extracomment>
            <translation>{0} 字节</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/download.py" />
            <source>{0} cannot be downloaded: HF_HUB_OFFLINE is set.</source>
            <extracomment>{0} = model.name</extracomment>
            <translation>无法下载 {0}：已设置 HF_HUB_OFFLINE。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/download.py" />
            <source>{0} cannot be downloaded: no connection to the model hub ({1}).</source>
            <extracomment>{0} = model.name, {1} = type(error).__name__</extracomment>
            <translation>无法下载 {0}：无法连接模型站点（{1}）。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/pickles.py" />
            <source>{0} cannot be read as a checkpoint: {1}</source>
            <extracomment>{0} = path.name, {1} = _first_line(error)</extracomment>
            <translation>无法将 {0} 作为检查点读取：{1}</translation>
        </message>
        <message>
            <location filename="../../app/project/row_parsing.py" />
            <source>{0} cannot be read.</source>
            <extracomment>{0} = what</extracomment>
            <translation>无法读取{0}。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/config_file.py" />
            <location filename="../../gkdt_core/weights/tensor_file.py" />
            <source>{0} cannot be read: {1}</source>
            <extracomment>{0} = what, {1} = error</extracomment>
            <translation>无法读取 {0}：{1}</translation>
        </message>
        <message>
            <location filename="../../trainer/run_state.py" />
            <source>{0} cannot be read: {1}.</source>
            <extracomment>{0} = path, {1} = error</extracomment>
            <translation>无法读取 {0}：{1}。</translation>
        </message>
        <message>
            <location filename="../../trainer/options.py" />
            <source>{0} cannot be written: {1}.</source>
            <extracomment>{0} = path, {1} = error</extracomment>
            <translation>无法写入 {0}：{1}。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/registry.py" />
            <source>{0} cannot be {1} bytes large</source>
            <extracomment>{0} = name, {1} = about</extracomment>
            <translation>{0} 的大小不可能是 {1} 字节</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/pickles.py" />
            <source>{0} claims to hold more weights than the file has room for.</source>
            <extracomment>{0} = path.name</extracomment>
            <translation>{0} 声称含有的权重超出了文件所能容纳的。</translation>
        </message>
        <message>
            <location filename="../../app/project/exporting.py" />
            <source>{0} damaged record of the project file.</source>
            <extracomment>{0} = len(len(self._database.problems))</extracomment>
            <translation>项目文件中 {0} 条损坏的记录。</translation>
        </message>
        <message>
            <location filename="../../app/project/exporting.py" />
            <source>{0} damaged records of the project file.</source>
            <extracomment>{0} = len(len(self._database.problems))</extracomment>
            <translation>项目文件中 {0} 条损坏的记录。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/config_file.py" />
            <source>{0} does not describe a GKDT model: "format" is not "{1}".</source>
            <extracomment>{0} = what, {1} = FORMAT</extracomment>
            <translation>{0} 描述的不是 GKDT 模型："format" 不是“{1}”。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/prompt_files.py" />
            <source>{0} does not have {1} keypoints</source>
            <extracomment>{0} = what, {1} = count</extracomment>
            <translation>{0} 没有 {1} 个关键点</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/config_file.py" />
            <source>{0} does not hold an object.</source>
            <extracomment>{0} = what</extracomment>
            <translation>{0} 的内容不是对象。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/download.py" />
            <source>{0} does not let you in ({1}).</source>
            <extracomment>{0} = model.page, {1} = status</extracomment>
            <translation>{0} 不允许您进入（{1}）。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/download.py" />
            <source>{0} does not say the size and the SHA-256 of "{1}": a copy could not be checked.</source>
            <extracomment>{0} = model.page, {1} = names[0][:100]</extracomment>
            <translation>{0} 未说明“{1}”的大小和 SHA-256：无法校验副本。</translation>
        </message>
        <message>
            <location filename="../../trainer/choices.py" />
            <source>{0} epochs as asked for</source>
            <extracomment>{0} = epochs</extracomment>
            <translation>按要求 {0} 轮</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/prompt_files.py" />
            <source>{0} has a place that is no number</source>
            <extracomment>{0} = what</extracomment>
            <translation>{0} 有一个位置不是数字</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/prompt_files.py" />
            <source>{0} has a place that is not {1} sensible numbers</source>
            <extracomment>{0} = what, {1} = count</extracomment>
            <translation>{0} 有一个位置不是 {1} 个合理的数字</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/config_file.py" />
            <source>{0} has no "network".</source>
            <extracomment>{0} = what</extracomment>
            <translation>{0} 没有 "network"。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>{0} has no "{1}".</source>
            <extracomment>{0} = what, {1} = key</extracomment>
            <translation>{0} 没有 "{1}"。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/download.py" />
            <source>{0} has no file "{1}".</source>
            <extracomment>{0} = model.page, {1} = file</extracomment>
            <translation>{0} 没有文件“{1}”。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/download.py" />
            <source>{0} has no files that could be the model.</source>
            <extracomment>{0} = model.page</extracomment>
            <translation>{0} 没有可能是该模型的文件。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/deeplabcut.py" />
            <source>{0} has no header of scorer, bodyparts and coords.</source>
            <extracomment>{0} = path.name</extracomment>
            <translation>{0} 没有由 scorer、bodyparts 和 coords 组成的表头。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/categories.py" />
            <source>{0} has no name.</source>
            <extracomment>{0} = source</extracomment>
            <translation>{0} 没有名称。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/official.py" />
            <source>{0} has no weights under "model".</source>
            <extracomment>{0} = path.name</extracomment>
            <translation>{0} 的 "model" 下没有权重。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/pickles.py" />
            <source>{0} has two entries of one name, which {1}s have not.</source>
            <extracomment>{0} = path.name, {1} = what</extracomment>
            <translation>{0} 有两个同名条目，而{1}中不会有。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/config_file.py" />
            <source>{0} has unknown settings: {1}.</source>
            <extracomment>{0} = what, {1} = ', '.join(unknown)</extracomment>
            <translation>{0} 有未知设置：{1}。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>{0} has {1} as its "{2}".</source>
            <extracomment>{0} = what, {1} = short(value), {2} = key</extracomment>
            <translation>{0} 的 "{2}" 为 {1}。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/download.py" />
            <source>{0} has {1} files that could be the model.</source>
            <extracomment>{0} = model.page, {1} = len(names) or 'no'</extracomment>
            <translation>{0} 有 {1} 个可能是该模型的文件。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>{0} has {1} keypoint numbers; its category "{2}" has {3} keypoints, so {4} are expected.</source>
            <extracomment>{0} = what, {1} = len(flat), {2} = category.name, {3} = count, {4} = 3 * count</extracomment>
            <translation>{0} 有 {1} 个关键点数值；其类别“{2}”有 {3} 个关键点，因此应为 {4} 个。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/domain.py" />
            <source>{0} have shape {1}, expected {2}.</source>
            <extracomment>{0} = what, {1} = array.shape, {2} = shape</extracomment>
            <translation>{0}：形状为 {1}，应为 {2}。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/pickles.py" />
            <source>{0} holds something other than weights, which was not opened: it could run code.</source>
            <extracomment>{0} = path.name</extracomment>
            <translation>{0} 中有权重以外的内容，未予打开：它可能会运行代码。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/categories.py" />
            <source>{0} holds {1}, which is not a pair of keypoint numbers.</source>
            <extracomment>{0} = what, {1} = short(link)</extracomment>
            <translation>{0} 中有 {1}，它不是关键点编号对。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/deeplabcut.py" />
            <location filename="../../gkdt_core/formats/labelme.py" />
            <location filename="../../gkdt_core/formats/yolo.py" />
            <source>{0} image file cannot be found.</source>
            <extracomment>{0} = len(missing)</extracomment>
            <translation>找不到 {0} 个图像文件。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/deeplabcut.py" />
            <location filename="../../gkdt_core/formats/labelme.py" />
            <location filename="../../gkdt_core/formats/yolo.py" />
            <source>{0} image files cannot be found.</source>
            <extracomment>{0} = len(missing)</extracomment>
            <translation>找不到 {0} 个图像文件。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/labelme.py" />
            <location filename="../../gkdt_core/formats/yolo.py" />
            <source>{0} image got another name.</source>
            <extracomment>{0} = len(renamed(names))</extracomment>
            <translation>{0} 张图像换用了其他名称。</translation>
        </message>
        <message>
            <location filename="../../app/project/exporting.py" />
            <source>{0} image has no size, as its file cannot be read.</source>
            <extracomment>{0} = len(unread)</extracomment>
            <translation>{0} 张图像没有尺寸，因为无法读取其文件。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/registry.py" />
            <source>{0} image has no width and height.</source>
            <extracomment>{0} = len(unsized)</extracomment>
            <translation>{0} 张图像没有宽和高。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/registry.py" />
            <source>{0} image is not in the folder of images.</source>
            <extracomment>{0} = len(missing)</extracomment>
            <translation>{0} 张图像不在图像文件夹中。</translation>
        </message>
        <message>
            <location filename="../../app/project/exporting.py" />
            <source>{0} image whose state was not asked for.</source>
            <extracomment>{0} = len(by_state)</extracomment>
            <translation>{0} 张状态不在所选范围内的图像。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/yolo.py" />
            <source>{0} image without a known size was left out.</source>
            <extracomment>{0} = len(unsized)</extracomment>
            <translation>{0} 张尺寸未知的图像被略去。</translation>
        </message>
        <message>
            <location filename="../../app/project/exporting.py" />
            <source>{0} image without instances.</source>
            <extracomment>{0} = len(empty)</extracomment>
            <translation>{0} 张没有实例的图像。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/registry.py" />
            <source>{0} images are not in the folder of images.</source>
            <extracomment>{0} = len(missing)</extracomment>
            <translation>{0} 张图像不在图像文件夹中。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/labelme.py" />
            <location filename="../../gkdt_core/formats/yolo.py" />
            <source>{0} images got other names.</source>
            <extracomment>{0} = len(renamed(names))</extracomment>
            <translation>{0} 张图像换用了其他名称。</translation>
        </message>
        <message>
            <location filename="../../app/project/importing.py" />
            <source>{0} images have another size than their annotations say: "{1}" has {2} x {3} px instead of {4} x {5}. Their points may lie in the wrong place.</source>
            <extracomment>{0} = count, {1} = one.name, {2} = width, {3} = height, {4} = wide, {5} = high</extracomment>
            <translation>有 {0} 张图像的尺寸与其标注所写的不同：“{1}”的尺寸为 {2} x {3} 像素，而不是 {4} x {5}。它们的点可能位置不对。</translation>
        </message>
        <message>
            <location filename="../../app/project/exporting.py" />
            <source>{0} images have no size, as their files cannot be read.</source>
            <extracomment>{0} = len(unread)</extracomment>
            <translation>{0} 张图像没有尺寸，因为无法读取其文件。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/registry.py" />
            <source>{0} images have no width and height.</source>
            <extracomment>{0} = len(unsized)</extracomment>
            <translation>{0} 张图像没有宽和高。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>{0} images name the file "{1}"; a project has it once.</source>
            <extracomment>{0} = number, {1} = name</extracomment>
            <translation>{0} 张图像指向文件“{1}”；项目中只保留一次。</translation>
        </message>
        <message>
            <location filename="../../app/project/exporting.py" />
            <source>{0} images whose state was not asked for.</source>
            <extracomment>{0} = len(by_state)</extracomment>
            <translation>{0} 张状态不在所选范围内的图像。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/yolo.py" />
            <source>{0} images without a known size were left out.</source>
            <extracomment>{0} = len(unsized)</extracomment>
            <translation>{0} 张尺寸未知的图像被略去。</translation>
        </message>
        <message>
            <location filename="../../app/project/exporting.py" />
            <source>{0} images without instances.</source>
            <extracomment>{0} = len(empty)</extracomment>
            <translation>{0} 张没有实例的图像。</translation>
        </message>
        <message>
            <location filename="../../app/project/exporting.py" />
            <source>{0} imported record without keypoints or category.</source>
            <extracomment>{0} = len(orphans)</extracomment>
            <translation>{0} 条没有关键点或类别的导入记录。</translation>
        </message>
        <message>
            <location filename="../../app/project/exporting.py" />
            <source>{0} imported records without keypoints or category.</source>
            <extracomment>{0} = len(orphans)</extracomment>
            <translation>{0} 条没有关键点或类别的导入记录。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/tables.py" />
            <source>{0} in column "{1}" is not 0, 1 or 2; the point counts as visible.</source>
            <extracomment>{0} = value, {1} = key</extracomment>
            <translation>"{1}" 列中的 {0} 不是 0、1 或 2；该点视为可见。</translation>
        </message>
        <message>
            <location filename="../../app/project/exporting.py" />
            <source>{0} instance that had only such points.</source>
            <extracomment>{0} = len(emptied)</extracomment>
            <translation>{0} 个只含此类点的实例。</translation>
        </message>
        <message>
            <location filename="../../trainer/choices.py" />
            <source>{0} instances</source>
            <extracomment>{0} = situation.checked</extracomment>
            <translation>{0} 个实例</translation>
        </message>
        <message>
            <location filename="../../trainer/choices.py" />
            <source>{0} instances are too few to change a large image encoder; its features are kept</source>
            <extracomment>{0} = count</extracomment>
            <translation>{0} 个实例太少，不足以改变大型图像编码器；保留其特征</translation>
        </message>
        <message>
            <location filename="../../trainer/choices.py" />
            <source>{0} instances can turn the image encoder's last layers, not all of it</source>
            <extracomment>{0} = count</extracomment>
            <translation>{0} 个实例可以改变图像编码器的最后几层，而非全部</translation>
        </message>
        <message>
            <location filename="../../trainer/choices.py" />
            <source>{0} instances on a graphics card: enough for the whole image encoder</source>
            <extracomment>{0} = count</extracomment>
            <translation>{0} 个实例加显卡：足以训练整个图像编码器</translation>
        </message>
        <message>
            <location filename="../../app/project/exporting.py" />
            <source>{0} instances that had only such points.</source>
            <extracomment>{0} = len(emptied)</extracomment>
            <translation>{0} 个只含此类点的实例。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/verify.py" />
            <source>{0} is an official checkpoint, which is checked when it is converted.</source>
            <extracomment>{0} = entry.name</extracomment>
            <translation>{0} 是官方检查点，会在转换时校验。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/staging.py" />
            <source>{0} is being downloaded already.</source>
            <extracomment>{0} = model.name</extracomment>
            <translation>{0} 已在下载中。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/pickles.py" />
            <source>{0} is compressed, which {1}s are not.</source>
            <extracomment>{0} = path.name, {1} = what</extracomment>
            <translation>{0} 是压缩的，而{1}不应如此。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/config_file.py" />
            <source>{0} is larger than {1} MiB.</source>
            <extracomment>{0} = what, {1} = most_bytes &gt;&gt; 20</extracomment>
            <translation>{0} 大于 {1} MiB。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/tensor_file.py" />
            <source>{0} is no complete safetensors file: {1}.</source>
            <extracomment>{0} = what, {1} = why</extracomment>
            <translation>{0} 不是完整的 safetensors 文件：{1}。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/registry.py" />
            <source>{0} is no list of released models: {1}.</source>
            <extracomment>{0} = path, {1} = what</extracomment>
            <translation>{0} 不是已发布模型的列表：{1}。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/prompt_files.py" />
            <source>{0} is no record</source>
            <extracomment>{0} = what</extracomment>
            <translation>{0} 不是记录</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/files.py" />
            <source>{0} is not XML that can be read: {1}.</source>
            <extracomment>{0} = what, {1} = error</extracomment>
            <translation>{0} 不是可读取的 XML：{1}。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/pickles.py" />
            <source>{0} is not a complete {1}.</source>
            <extracomment>{0} = path.name, {1} = what</extracomment>
            <translation>{0} 不是完整的{1}。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/categories.py" />
            <source>{0} is not a list.</source>
            <extracomment>{0} = what</extracomment>
            <translation>{0} 不是列表。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/download.py" />
            <source>{0} is not there, or not open to you.</source>
            <extracomment>{0} = model.page</extracomment>
            <translation>{0} 不存在，或未对您开放。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/config_file.py" />
            <source>{0} is not valid JSON: {1}</source>
            <extracomment>{0} = what, {1} = error</extracomment>
            <translation>{0} 不是有效的 JSON：{1}</translation>
        </message>
        <message>
            <location filename="../../app/project/other_formats.py" />
            <source>{0} is not written.</source>
            <extracomment>{0} = form.title</extracomment>
            <translation>不写入 {0}。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/convert.py" />
            <source>{0} is not {1}: its image encoder has {2}; that of {3} has {4}.</source>
            <extracomment>{0} = path.name, {1} = released.name, {2} = found.words(), {3} = released.name, {4} = released.layout.words()</extracomment>
            <translation>{0} 不是 {1}：其图像编码器有 {2}；{3} 的有 {4}。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/config_file.py" />
            <source>{0} is of version {1}; this program reads version {2}.</source>
            <extracomment>{0} = what, {1} = str(values.get('version'))[:20], {2} = VERSION</extracomment>
            <translation>{0} 的版本为 {1}；本程序读取版本 {2}。</translation>
        </message>
        <message>
            <location filename="../../trainer/commands.py" />
            <source>{0} is the model to start from, which the new one would replace.</source>
            <extracomment>{0} = args.out</extracomment>
            <translation>{0} 是起始模型，会被新模型替换。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/download.py" />
            <source>{0} is under {1}, which has not been agreed to.</source>
            <extracomment>{0} = model.name, {1} = model.licence.name</extracomment>
            <translation>{0} 受 {1} 约束，但尚未同意该条款。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/pickles.py" />
            <source>{0} lacks the weight "{1}".</source>
            <extracomment>{0} = self._what, {1} = key</extracomment>
            <translation>{0} 缺少权重“{1}”。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/download.py" />
            <source>{0} lets only people in who accepted its terms there.</source>
            <extracomment>{0} = model.page</extracomment>
            <translation>{0} 只允许在那里接受其条款的人进入。</translation>
        </message>
        <message>
            <location filename="../../trainer/choices.py" />
            <source>{0} looks at how it goes</source>
            <extracomment>{0} = VALIDATIONS</extracomment>
            <translation>检查进展 {0} 次</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/prompt_files.py" />
            <source>{0} marks nothing</source>
            <extracomment>{0} = what</extracomment>
            <translation>{0} 没有标出任何点</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>{0} names category {1}, which the file does not define.</source>
            <extracomment>{0} = what, {1} = category_id</extracomment>
            <translation>{0} 指向类别 {1}，但文件未定义该类别。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>{0} names image {1}, which the file does not list.</source>
            <extracomment>{0} = what, {1} = image_id</extracomment>
            <translation>{0} 指向图像 {1}，但文件未列出该图像。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/hdf5.py" />
            <source>{0} needs the package "{1}", which is not installed.</source>
            <extracomment>{0} = what, {1} = module</extracomment>
            <translation>{0}需要 "{1}" 包，但它未安装。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/yolo.py" />
            <source>{0} numbers, expected {1}.</source>
            <extracomment>{0} = len(row), {1} = expected</extracomment>
            <translation>{0} 个数字，应为 {1} 个。</translation>
        </message>
        <message>
            <location filename="../../app/project/exporting.py" />
            <source>{0} point of the model that nobody reviewed.</source>
            <extracomment>{0} = len(model_points)</extracomment>
            <translation>{0} 个无人审核的模型点。</translation>
        </message>
        <message>
            <location filename="../../app/project/exporting.py" />
            <source>{0} points of the model that nobody reviewed.</source>
            <extracomment>{0} = len(model_points)</extracomment>
            <translation>{0} 个无人审核的模型点。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/download.py" />
            <source>{0} sent another length than it announces.</source>
            <extracomment>{0} = model.page</extracomment>
            <translation>{0} 发送的长度与所公布的不同。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>{0} times NaN or an infinite number; each counts as missing.</source>
            <extracomment>{0} = missing</extracomment>
            <translation>有 {0} 处 NaN 或无穷大；每处都视为缺失。</translation>
        </message>
        <message>
            <location filename="../../trainer/choices.py" />
            <source>{0} times the root of {1} instances: four times as many take twice as long</source>
            <extracomment>{0} = factor, {1} = situation.instances</extracomment>
            <translation>{1} 个实例的平方根的 {0} 倍：四倍的数量需要两倍的时间</translation>
        </message>
        <message>
            <location filename="../../trainer/run_state.py" />
            <source>{0} was written by another version of this program.</source>
            <extracomment>{0} = path</extracomment>
            <translation>{0} 由本程序的其他版本写入。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/cvat.py" />
            <source>{0}, frame {1}</source>
            <extracomment>{0} = what, {1} = frame</extracomment>
            <translation>{0}，帧 {1}</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>{0}, keypoint "{1}": {2} in "{3}" is not a number.</source>
            <extracomment>{0} = what, {1} = keypoint, {2} = short(value), {3} = key</extracomment>
            <translation>{0}，关键点“{1}”："{3}" 中的 {2} 不是数字。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>{0}, keypoint "{1}": {2} is {3}.</source>
            <extracomment>{0} = what, {1} = category.keypoints[position // 3], {2} = 'xyv'[position % 3], {3} = short(flat[position])</extracomment>
            <translation>{0}，关键点“{1}”：{2} 为 {3}。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/tables.py" />
            <source>{0}, line {1}</source>
            <extracomment>{0} = path.name, {1} = line</extracomment>
            <translation>{0}，第 {1} 行</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/deeplabcut.py" />
            <location filename="../../gkdt_core/formats/yolo.py" />
            <source>{0}, row {1}</source>
            <extracomment>{0} = table.name, {1} = place</extracomment>
            <translation>{0}，第 {1} 行</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/labelme.py" />
            <source>{0}, shape {1}</source>
            <extracomment>{0} = where, {1} = index</extracomment>
            <translation>{0}，形状 {1}</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/deeplabcut.py" />
            <source>{0}, the .h5 beside it</source>
            <extracomment>{0} = where</extracomment>
            <translation>{0}，旁边的 .h5</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/directory.py" />
            <location filename="../../gkdt_core/weights/verify.py" />
            <source>{0}/{1} cannot be read: {2}</source>
            <extracomment>{0} = path.name, {1} = name, {2} = error</extracomment>
            <translation>无法读取 {0}/{1}：{2}</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/verify.py" />
            <source>{0}/{1} has no SHA-256 of the weights to compare with: it was written by an early version of this program.</source>
            <extracomment>{0} = path.name, {1} = CONFIG_FILE</extracomment>
            <translation>{0}/{1} 没有可供比较的权重 SHA-256：它由本程序的早期版本写入。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/directory.py" />
            <source>{0}/{1} is no complete safetensors file: {2}</source>
            <extracomment>{0} = path.parent.name, {1} = path.name, {2} = error</extracomment>
            <translation>{0}/{1} 不是完整的 safetensors 文件：{2}</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/verify.py" />
            <source>{0}/{1} is {2} bytes long; {3} was written for {4}.</source>
            <extracomment>{0} = path.name, {1} = WEIGHTS_FILE, {2} = weights.nbytes, {3} = CONFIG_FILE, {4} = record.nbytes</extracomment>
            <translation>{0}/{1} 长 {2} 字节；{3} 是为 {4} 字节写的。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/verify.py" />
            <source>{0}/{1} was changed or damaged: its SHA-256 is {2}; {3} was written for {4}.</source>
            <extracomment>{0} = path.name, {1} = WEIGHTS_FILE, {2} = weights.sha256, {3} = CONFIG_FILE, {4} = record.sha256</extracomment>
            <translation>{0}/{1} 已被更改或损坏：其 SHA-256 为 {2}；{3} 是为 {4} 写的。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/verify.py" />
            <source>{0}/{1}: "{2}" holds values that are not finite numbers.</source>
            <extracomment>{0} = path.name, {1} = WEIGHTS_FILE, {2} = name</extracomment>
            <translation>{0}/{1}：“{2}”含有不是有限值的数。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/config_file.py" />
            <source>{0}: "calibration" must be at least two (peak, probability) pairs with ascending peaks and probabilities from 0 to 1.</source>
            <extracomment>{0} = what</extracomment>
            <translation>{0}："calibration" 必须至少有两个（峰值，概率）对，峰值递增，概率在 0 到 1 之间。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/config_file.py" />
            <source>{0}: "calibration_by_prompt" must have calibrations by the names {1}.</source>
            <extracomment>{0} = what, {1} = ', '.join(PROMPT_KINDS)</extracomment>
            <translation>{0}："calibration_by_prompt" 必须含有以 {1} 为名的校准。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>{0}: "keypoint_origins" holds {1}.</source>
            <extracomment>{0} = what, {1} = short(value)</extracomment>
            <translation>{0}："keypoint_origins" 中有 {1}。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/yolo.py" />
            <source>{0}: "kpt_shape" is {1}.</source>
            <extracomment>{0} = path.name, {1} = shape</extracomment>
            <translation>{0}："kpt_shape" 为 {1}。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/yolo.py" />
            <source>{0}: "names" names no class.</source>
            <extracomment>{0} = path.name</extracomment>
            <translation>{0}："names" 没有列出任何类。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/config_file.py" />
            <source>{0}: "source" must say "file", "licence" and "unknown_keys".</source>
            <extracomment>{0} = what</extracomment>
            <translation>{0}："source" 必须写明 "file"、"licence" 和 "unknown_keys"。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/config_file.py" />
            <source>{0}: "weights" must say the "sha256" and the "bytes" of the weights file.</source>
            <extracomment>{0} = what</extracomment>
            <translation>{0}："weights" 必须写明权重文件的 "sha256" 和 "bytes"。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/pickles.py" />
            <source>{0}: "{1}" has shape {2}, expected {3} dimensions.</source>
            <extracomment>{0} = self._what, {1} = key, {2} = tuple(tensor.shape), {3} = dims</extracomment>
            <translation>{0}：“{1}”的形状为 {2}，应有 {3} 个维度。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/network.py" />
            <source>{0}: "{1}" holds values that are not finite numbers.</source>
            <extracomment>{0} = what, {1} = key</extracomment>
            <translation>{0}：“{1}”含有不是有限值的数。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/tensor_file.py" />
            <source>{0}: "{1}" is of the unknown type {2}.</source>
            <extracomment>{0} = what, {1} = name[:80], {2} = str(dtype)[:20]</extracomment>
            <translation>{0}：“{1}”的类型 {2} 未知。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/library.py" />
            <source>{0}: "{1}" is {2}, expected int.</source>
            <extracomment>{0} = CONFIG_FILE, {1} = name, {2} = str(value)[:30]</extracomment>
            <translation>{0}："{1}" 为 {2}，应为 int。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/directory.py" />
            <source>{0}: "{1}" is {2}, expected {3}.</source>
            <extracomment>{0} = what, {1} = field.name, {2} = str(value)[:30], {3} = kinds[-1].__name__</extracomment>
            <translation>{0}："{1}" 为 {2}，应为 {3}。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/config_file.py" />
            <source>{0}: "{1}" is {2}, which cannot be meant.</source>
            <extracomment>{0} = what, {1} = name, {2} = str(value)[:30]</extracomment>
            <translation>{0}："{1}" 为 {2}，这不可能是本意。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>{0}: "{1}" must be a list with one entry for each of the {2} keypoints.</source>
            <extracomment>{0} = what, {1} = key, {2} = len(category)</extracomment>
            <translation>{0}："{1}" 必须是列表，{2} 个关键点各有一项。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/pickles.py" />
            <source>{0}: "{1}" {2} is not a plain tensor.</source>
            <extracomment>{0} = path.name, {1} = str(key)[:80], {2} = where</extracomment>
            <translation>{0}：“{1}” {2} 不是普通张量。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/dinov3_names.py" />
            <source>{0}: "{1}{2}" and its mask differ in shape.</source>
            <extracomment>{0} = source.file, {1} = source.prefix, {2} = key</extracomment>
            <translation>{0}：“{1}{2}”与其掩码的形状不同。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/dinov3_names.py" />
            <source>{0}: "{1}{2}" has a key bias, which this encoder does not have.</source>
            <extracomment>{0} = source.file, {1} = source.prefix, {2} = key</extracomment>
            <translation>{0}：“{1}{2}”有键偏置，而此编码器没有。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/dinov3_names.py" />
            <source>{0}: "{1}{2}" is no packed query, key and value.</source>
            <extracomment>{0} = source.file, {1} = source.prefix, {2} = key</extracomment>
            <translation>{0}：“{1}{2}”不是合并的查询、键和值。</translation>
        </message>
        <message>
            <location filename="../../app/project/database.py" />
            <source>{0}: a project cannot be made there ({1}).</source>
            <extracomment>{0} = path, {1} = error.strerror</extracomment>
            <translation>{0}：无法在该处创建项目（{1}）。</translation>
        </message>
        <message>
            <location filename="../../app/project/comparing.py" />
            <source>{0}: both sides are this file.</source>
            <extracomment>{0} = first</extracomment>
            <translation>{0}：两边都是此文件。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/categories.py" />
            <source>{0}: category {1}</source>
            <extracomment>{0} = self._name, {1} = identity</extracomment>
            <translation>{0}：类别 {1}</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/directory.py" />
            <source>{0}: inputs or heatmaps would be more than {1} px wide.</source>
            <extracomment>{0} = what, {1} = _MAX_SIDE</extracomment>
            <translation>{0}：输入或热图的宽度将超过 {1} px。</translation>
        </message>
        <message>
            <location filename="../../app/project/backups.py" />
            <source>{0}: it cannot be replaced ({1}).</source>
            <extracomment>{0} = project, {1} = error.strerror</extracomment>
            <translation>{0}：无法替换（{1}）。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/labelme.py" />
            <source>{0}: its picture is damaged.</source>
            <extracomment>{0} = self.file</extracomment>
            <translation>{0}：其图片已损坏。</translation>
        </message>
        <message>
            <location filename="../../trainer/data/dataset.py" />
            <source>{0}: its {1} points are a model's, in images that nobody reviewed.</source>
            <extracomment>{0} = annotations, {1} = unaccepted</extracomment>
            <translation>{0}：其 {1} 个点来自模型，且所在图像无人审核。</translation>
        </message>
        <message>
            <location filename="../../packaging/messages.py" />
            <source>{0}: line {1} column {2} (char {3})</source>
            <extracomment>{0} = error.msg, {1} = error.lineno, {2} = error.colno, {3} = error.pos</extracomment>
            <translation>{0}：第 {1} 行第 {2} 列（第 {3} 个字符）</translation>
        </message>
        <message>
            <location filename="../../trainer/data/dataset.py" />
            <source>{0}: no instance has a visible keypoint.</source>
            <extracomment>{0} = annotations</extracomment>
            <translation>{0}：没有实例含有可见的关键点。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/network.py" />
            <source>{0}: no network can have the sizes given: {1}</source>
            <extracomment>{0} = what, {1} = error</extracomment>
            <translation>{0}：没有网络能有所给的尺寸：{1}</translation>
        </message>
        <message>
            <location filename="../../app/project/importing.py" />
            <source>{0}: none of its {1} images is in "{2}", for example "{3}".</source>
            <extracomment>{0} = path.name, {1} = missing, {2} = folder, {3} = dataset.images[0].file_name</extracomment>
            <translation>{0}：其 {1} 张图像都不在“{2}”中，例如“{3}”。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/deeplabcut.py" />
            <source>{0}: not among the body parts of {1}.</source>
            <extracomment>{0} = ', '.join(sorted(found - expected)[:5]), {1} = _CONFIG</extracomment>
            <translation>{0}：不在 {1} 的身体部位之中。</translation>
        </message>
        <message>
            <location filename="../../app/project/backups.py" />
            <source>{0}: the backup cannot be written ({1}).</source>
            <extracomment>{0} = folder, {1} = error.strerror</extracomment>
            <translation>{0}：无法写入备份（{1}）。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/pickles.py" />
            <source>{0}: the blocks "{1}0", "{2}1", ... are not complete ({3}).</source>
            <extracomment>{0} = self._what, {1} = prefix, {2} = prefix, {3} = found</extracomment>
            <translation>{0}：块“{1}0”、“{2}1”……不完整（{3}）。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>{0}: the box has a negative width or height: {1}.</source>
            <extracomment>{0} = what, {1} = short(value)</extracomment>
            <translation>{0}：边框的宽或高为负：{1}。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>{0}: the box is {1}.</source>
            <extracomment>{0} = what, {1} = short(value)</extracomment>
            <translation>{0}：边框为 {1}。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/yolo.py" />
            <source>{0}: the class {1} is not a number.</source>
            <extracomment>{0} = path.name, {1} = label</extracomment>
            <translation>{0}：类 {1} 不是数字。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/dinov3_names.py" />
            <source>{0}: the image encoder's position periods are not of base {1}.</source>
            <extracomment>{0} = source.file, {1} = config.rope_base</extracomment>
            <translation>{0}：图像编码器的位置周期不以 {1} 为底。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>{0}: the keypoints are not a list.</source>
            <extracomment>{0} = what</extracomment>
            <translation>{0}：关键点不是列表。</translation>
        </message>
        <message>
            <location filename="../../app/project/row_reading.py" />
            <source>{0}: the project has no image {1}.</source>
            <extracomment>{0} = self.path.name, {1} = image_id</extracomment>
            <translation>{0}：项目中没有图像 {1}。</translation>
        </message>
        <message>
            <location filename="../../app/project/database.py" />
            <source>{0}: the project has the unknown layout {1}.</source>
            <extracomment>{0} = self.path, {1} = version</extracomment>
            <translation>{0}：项目的布局 {1} 未知。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/network.py" />
            <source>{0}: the sizes of the network contradict each other: {1}.</source>
            <extracomment>{0} = what, {1} = contradictions[0]</extracomment>
            <translation>{0}：网络的各个尺寸相互矛盾：{1}。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/model/tokenizer.py" />
            <source>{0}: the text vocabulary cannot be read from {1}.</source>
            <extracomment>{0} = path.name, {1} = path.parent</extracomment>
            <translation>{0}：无法从 {1} 读取文本词表。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/pickles.py" />
            <source>{0}: the {1} is {2} wide, which is no multiple of {3}.</source>
            <extracomment>{0} = self._what, {1} = what, {2} = width, {3} = _HEAD_WIDTH</extracomment>
            <translation>{0}：{1}的宽度为 {2}，不是 {3} 的倍数。</translation>
        </message>
        <message>
            <location filename="../../trainer/data/dataset.py" />
            <source>{0}: there is no annotations/{1}.json.</source>
            <extracomment>{0} = root, {1} = split</extracomment>
            <translation>{0}：没有 annotations/{1}.json。</translation>
        </message>
        <message>
            <location filename="../../app/project/comparing.py" />
            <source>{0}: there is no such file.</source>
            <extracomment>{0} = path</extracomment>
            <translation>{0}：没有这样的文件。</translation>
        </message>
        <message>
            <location filename="../../app/project/database.py" />
            <source>{0}: there is no such project file.</source>
            <extracomment>{0} = path</extracomment>
            <translation>{0}：没有这样的项目文件。</translation>
        </message>
        <message>
            <location filename="../../app/project/database.py" />
            <source>{0}: there is such a file already.</source>
            <extracomment>{0} = path</extracomment>
            <translation>{0}：已有这样的文件。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/weights/dinov3_names.py" />
            <source>{0}: unknown weight "{1}{2}".</source>
            <extracomment>{0} = self.file, {1} = self.prefix, {2} = key</extracomment>
            <translation>{0}：未知的权重“{1}{2}”。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/categories.py" />
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <location filename="../../gkdt_core/weights/directory.py" />
            <source>{0}: {1}</source>
            <extracomment>{0} = source, {1} = error.message</extracomment>
            <translation>{0}：{1}</translation>
        </message>
        <message>
            <location filename="../../app/project/files.py" />
            <location filename="../../app/project/row_reading.py" />
            <source>{0}: {1}.</source>
            <extracomment>{0} = path, {1} = what</extracomment>
            <translation>{0}：{1}。</translation>
        </message>
        <message>
            <location filename="../../gkdt_core/formats/coco/reading.py" />
            <source>{0}; {1}.</source>
            <extracomment>{0} = error.message.removeprefix(f'{self._name}: ').rstrip('.'), {1} = fate</extracomment>
            <translation>{0}；{1}。</translation>
        </message>
    </context>
    <context>
        <name>gkdt</name>
        <message>
            <location filename="../../app/controllers/display.py" />
            <source>  value {value}</source>
            <translation>  值 {value}</translation>
        </message>
        <message>
            <location filename="../../app/controllers/editing.py" />
            <source>"{name}" has no left-right pairs.</source>
            <translation>“{name}”没有左右对。</translation>
        </message>
        <message>
            <location filename="../../app/training/runs.py" />
            <source>"{path}" cannot be written: {error}.</source>
            <translation>无法写入“{path}”：{error}。</translation>
        </message>
        <message>
            <location filename="../../app/controllers/projects.py" />
            <source>"{path}" does not exist.</source>
            <translation>“{path}”不存在。</translation>
        </message>
        <message>
            <location filename="../../app/engine_service.py" />
            <source>"{path}" is too large to be a prompt or to be looked at closer.</source>
            <translation>“{path}”太大，无法用作提示或近看。</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;About GKDT Annotator</source>
            <translation>关于 GKDT Annotator(&amp;A)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Accept the image</source>
            <translation>接受图像(&amp;A)</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/controllers/chosen_images.py" />
            <source>&amp;Accept {n:,} images</source>
            <extracomment>One: &amp;Accept {n} image</extracomment>
            <translation>
                <numerusform>接受 {n:,} 张图像(&amp;A)</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Add an instance</source>
            <translation>添加实例(&amp;A)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Backups…</source>
            <translation>备份(&amp;B)…</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Close the project</source>
            <translation>关闭项目(&amp;C)</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_dialog.py" />
            <source>&amp;Colour</source>
            <translation>颜色(&amp;C)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Copy the path</source>
            <translation>复制路径(&amp;C)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Copy the pose</source>
            <translation>复制姿态(&amp;C)</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/controllers/chosen_images.py" />
            <source>&amp;Copy {n:,} paths</source>
            <extracomment>One: &amp;Copy {n} path</extracomment>
            <translation>
                <numerusform>复制 {n:,} 个路径(&amp;C)</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Duplicate the instance</source>
            <translation>复制一份实例(&amp;D)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Edit</source>
            <translation>编辑(&amp;E)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Edit the category…</source>
            <translation>编辑类别(&amp;E)…</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>&amp;Epochs</source>
            <translation>轮数(&amp;E)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Export…</source>
            <translation>导出(&amp;E)…</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;File</source>
            <translation>文件(&amp;F)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Find missing images…</source>
            <translation>查找缺失的图像(&amp;F)…</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Fit the image</source>
            <translation>适应窗口(&amp;F)</translation>
        </message>
        <message>
            <location filename="../../app/controllers/display.py" />
            <source>&amp;Go on</source>
            <translation>继续(&amp;G)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Go to image…</source>
            <translation>转到图像(&amp;G)…</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Help</source>
            <translation>帮助(&amp;H)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Hide or show the keypoint</source>
            <translation>隐藏或显示关键点(&amp;H)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Image</source>
            <translation>图像(&amp;I)</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>&amp;Images</source>
            <translation>图像(&amp;I)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <location filename="../../app/dialogs/category_dialog.py" />
            <source>&amp;Import…</source>
            <translation>导入(&amp;I)…</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Keypoint</source>
            <translation>关键点(&amp;K)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Keys</source>
            <translation>快捷键(&amp;K)</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_dialog.py" />
            <source>&amp;Line</source>
            <translation>连线(&amp;L)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Model</source>
            <translation>模型(&amp;M)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Models…</source>
            <translation>模型(&amp;M)…</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;New category…</source>
            <translation>新建类别(&amp;N)…</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Next image</source>
            <translation>下一张图像(&amp;N)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Next keypoint</source>
            <translation>下一个关键点(&amp;N)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Occluded or visible</source>
            <translation>遮挡或可见(&amp;O)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Open a prompt…</source>
            <translation>打开提示(&amp;O)…</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Open images…</source>
            <translation>打开图像(&amp;O)…</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Open the image</source>
            <translation>打开图像(&amp;O)</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_dialog.py" />
            <source>&amp;Pair</source>
            <translation>配对(&amp;P)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Paste the pose</source>
            <translation>粘贴姿态(&amp;P)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Pre-label this image</source>
            <translation>预标注此图像(&amp;P)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Previous image</source>
            <translation>上一张图像(&amp;P)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Previous keypoint</source>
            <translation>上一个关键点(&amp;P)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Quit</source>
            <translation>退出(&amp;Q)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Redo</source>
            <translation>重做(&amp;R)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Remove the point</source>
            <translation>移除该点(&amp;R)</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/export_dialog.py" />
            <source>&amp;Reviewed images only</source>
            <translation>仅已审核的图像(&amp;R)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Save the prompt…</source>
            <translation>保存提示(&amp;S)…</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Show in the folder</source>
            <translation>在文件夹中显示(&amp;S)</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_dialog.py" />
            <source>&amp;Sketch</source>
            <translation>草图(&amp;S)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Swap left and right</source>
            <translation>交换左右(&amp;S)</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>&amp;Train</source>
            <translation>训练(&amp;T)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Train on this project…</source>
            <translation>用此项目训练(&amp;T)…</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Undo</source>
            <translation>撤销(&amp;U)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Use this image as a prompt</source>
            <translation>用此图像作为提示(&amp;U)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;View</source>
            <translation>视图(&amp;V)</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/backups_dialog.py" />
            <source>(before a deletion)</source>
            <translation>（删除之前）</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/backups_dialog.py" />
            <source>(damaged)</source>
            <translation>（已损坏）</translation>
        </message>
        <message>
            <location filename="../../app/canvas/canvas.py" />
            <source>({number} of {count})</source>
            <translation>（{number}/{count}）</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/compare_tables.py" />
            <source>95 %</source>
            <translation>95 %</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/compare_tables.py" />
            <source>95 % of the distances are smaller, px</source>
            <translation>95 % 的距离小于此值，像素</translation>
        </message>
        <message>
            <location filename="../../app/jobs.py" />
            <source>A background job</source>
            <translation>后台任务</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/backups_dialog.py" />
            <source>A backup is made when a project is opened, if it has changed, and every {minutes} minutes while you edit. The newest six stay, and the last one of each of fourteen days; and of those made before much was deleted at once, the newest ten.</source>
            <translation>打开项目时若有更改会进行备份，编辑期间每 {minutes} 分钟备份一次。保留最新的六份，以及十四天中每天的最后一份；在一次删除大量内容之前所做的备份则保留最新的十份。</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/controllers/batches.py" />
            <source>A batch from before is paused: {n:,} objects are left.</source>
            <extracomment>One: A batch from before is paused: {n} object is left.</extracomment>
            <translation>
                <numerusform>之前的一个批次已暂停：还剩 {n:,} 个对象。</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/controllers/editing.py" />
            <source>A box needs at least two points.</source>
            <translation>边框至少需要两个点。</translation>
        </message>
        <message>
            <location filename="../../app/controllers/safekeeping.py" />
            <source>A copy is being written already.</source>
            <translation>正在写入一份副本。</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_dialog.py" />
            <source>A line between the two selected keypoints, or its end</source>
            <translation>在选中的两个关键点之间添加或去除连线</translation>
        </message>
        <message>
            <location filename="../../app/model_service.py" />
            <source>A name has none of {characters} and no dot at its ends.</source>
            <translation>名称中不能有 {characters}，首尾不能是点。</translation>
        </message>
        <message>
            <location filename="../../app/controllers/training.py" />
            <location filename="../../app/dialogs/train_dialog.py" />
            <source>A training is going on. Stop it, or wait for its end, before you begin another.</source>
            <translation>训练正在进行。请先停止或等待其结束，再开始新的训练。</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/small.py" />
            <source>About GKDT Annotator</source>
            <translation>关于 GKDT Annotator</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/model_steps.py" />
            <source>About {size}</source>
            <translation>约 {size}</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Accept and go to the ne&amp;xt doubtful</source>
            <translation>接受并转到下一张存疑图像(&amp;X)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Actual si&amp;ze</source>
            <translation>实际大小(&amp;Z)</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/models_dialog.py" />
            <source>Add a folder…</source>
            <translation>添加文件夹…</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_dialog.py" />
            <source>Add a keypoint</source>
            <translation>添加关键点</translation>
        </message>
        <message>
            <location filename="../../app/project/store_editing.py" />
            <source>Add category "{name}"</source>
            <translation>添加类别“{name}”</translation>
        </message>
        <message>
            <location filename="../../app/project/store_editing.py" />
            <source>Add instance</source>
            <translation>添加实例</translation>
        </message>
        <message>
            <location filename="../../app/project/store_steps.py" />
            <source>Add the category first.</source>
            <translation>请先添加该类别。</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/project/store_editing.py" />
            <source>Add {n:,} images</source>
            <extracomment>One: Add image</extracomment>
            <translation>
                <numerusform>添加 {n:,} 张图像</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/controllers/prompting.py" />
            <source>Add {name}</source>
            <translation>添加 {name}</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>After</source>
            <translation>之后</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/compare_dialog.py" />
            <source>Agreement</source>
            <translation>一致性</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/compare_dialog.py" />
            <source>Agreement for every keypoint</source>
            <translation>各关键点的一致性</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/export_dialog.py" />
            <source>All &amp;labelled images that are not rejected</source>
            <translation>所有未被拒绝的已标注图像(&amp;L)</translation>
        </message>
        <message>
            <location filename="../../app/controllers/safekeeping.py" />
            <source>All image files are where they should be.</source>
            <translation>所有图像文件都在应在的位置。</translation>
        </message>
        <message>
            <location filename="../../app/panels/checks_panel.py" />
            <source>All kinds ({count:,})</source>
            <translation>所有类型（{count:,}）</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/keys_dialog.py" />
            <source>All standard keys</source>
            <translation>全部恢复默认</translation>
        </message>
        <message>
            <location filename="../../app/panels/media_model.py" />
            <source>All states</source>
            <translation>所有状态</translation>
        </message>
        <message>
            <location filename="../../app/project/store.py" />
            <source>Allow writing there, or put the images into a folder that you may write to.</source>
            <translation>请允许写入该处，或将图像放到可写的文件夹。</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/settings_dialog.py" />
            <source>Also look at the mirror image (flip)</source>
            <translation>同时查看镜像图像 (flip)</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_parts.py" />
            <source>Amber</source>
            <translation>琥珀色</translation>
        </message>
        <message>
            <location filename="../../app/model_service.py" />
            <source>An official weight file. Brought in as a folder it takes less space and loads faster.</source>
            <translation>官方权重文件。导入为文件夹后占用更少、加载更快。</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/import_dialog.py" />
            <location filename="../../app/project/other_formats.py" />
            <source>And {n:,} more.</source>
            <translation>以及另外 {n:,} 个。</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/import_dialog.py" />
            <source>Annotations ({suffixes})</source>
            <translation>标注 ({suffixes})</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>Another training is going on.</source>
            <translation>另一个训练正在进行。</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/settings_dialog.py" />
            <source>As the computer: {name}</source>
            <translation>跟随系统：{name}</translation>
        </message>
        <message>
            <location filename="../../app/controllers/prompt_files.py" />
            <source>Ask for a new one.</source>
            <translation>请索取新的。</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/models_dialog.py" />
            <source>Automatic</source>
            <translation>自动</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_parts.py" />
            <source>Automatic, by side</source>
            <translation>自动，按左右</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Back 10 images</source>
            <translation>后退 10 张图像</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/backups_dialog.py" />
            <source>Backups</source>
            <translation>备份</translation>
        </message>
        <message>
            <location filename="../../app/controllers/safekeeping.py" />
            <source>Backups…</source>
            <translation>备份…</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>Before</source>
            <translation>之前</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>Before and after</source>
            <translation>之前与之后</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>Begin with</source>
            <translation>起始模型</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>Begun with {model}. {train} to learn from, {validation} to check with.</source>
            <translation>起始模型：{model}。{train}用于学习，{validation}用于检查。</translation>
        </message>
        <message>
            <location filename="../../app/panels/adjust_bar.py" />
            <source>Black at</source>
            <translation>黑点</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_parts.py" />
            <source>Blue</source>
            <translation>蓝色</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>Both</source>
            <translation>两者</translation>
        </message>
        <message>
            <location filename="../../app/panels/pose_overlay.py" />
            <source>Both poses over the picture</source>
            <translation>图像上的两个姿态</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Bri&amp;ghtness and contrast</source>
            <translation>亮度和对比度(&amp;G)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Brighter</source>
            <translation>更亮</translation>
        </message>
        <message>
            <location filename="../../app/panels/adjust_bar.py" />
            <source>Brightness</source>
            <translation>亮度</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/models_dialog.py" />
            <source>Bring in a file…</source>
            <translation>导入文件…</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/model_steps.py" />
            <source>Bring in a weight file</source>
            <translation>导入权重文件</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/model_steps.py" />
            <source>Bring in the model</source>
            <translation>导入模型</translation>
        </message>
        <message>
            <location filename="../../app/model_service.py" />
            <source>Bring it in or download it again.</source>
            <translation>请重新导入或下载。</translation>
        </message>
        <message>
            <location filename="../../app/model_service.py" />
            <source>Bringing in {name}</source>
            <translation>正在导入 {name}</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_list.py" />
            <source>Broken off</source>
            <translation>中断</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/export_dialog.py" />
            <location filename="../../app/dialogs/import_dialog.py" />
            <source>Browse…</source>
            <translation>浏览…</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>By single images</source>
            <translation>按单张图像</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>COCO keypoints</source>
            <translation>COCO 关键点</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/import_dialog.py" />
            <source>COCO, YOLO-pose, DeepLabCut, Lightning Pose, LabelMe, CVAT XML, CSV; SLEAP and NWB with optional packages.</source>
            <translation>COCO、YOLO-pose、DeepLabCut、Lightning Pose、LabelMe、CVAT XML、CSV；SLEAP 和 NWB 需可选软件包。</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>CSV, a row a keypoint</source>
            <translation>CSV，每个关键点一行</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>CSV, a row an instance</source>
            <translation>CSV，每个实例一行</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>CVAT XML 1.1</source>
            <translation>CVAT XML 1.1</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/model_steps.py" />
            <source>Call it</source>
            <translation>命名为</translation>
        </message>
        <message>
            <location filename="../../app/controllers/waiting.py" />
            <location filename="../../app/dialogs/base.py" />
            <location filename="../../app/dialogs/models_dialog.py" />
            <location filename="../../app/dialogs/train_pages.py" />
            <location filename="../../app/panels/status_line.py" />
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Cancel what is going on</source>
            <translation>取消正在进行的操作</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/compare_dialog.py" />
            <source>Cancelled.</source>
            <translation>已取消。</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Cannot &amp;be seen here</source>
            <translation>此处看不见(&amp;B)</translation>
        </message>
        <message>
            <location filename="../../app/controllers/editing.py" />
            <location filename="../../app/panels/keypoint_table.py" />
            <source>Cannot be seen here</source>
            <translation>此处看不见</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/keys_dialog.py" />
            <source>Canvas</source>
            <translation>画布</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/models_dialog.py" />
            <source>Card</source>
            <translation>说明卡</translation>
        </message>
        <message>
            <location filename="../../app/panels/side_panel.py" />
            <source>Category</source>
            <translation>类别</translation>
        </message>
        <message>
            <location filename="../../app/project/store_editing.py" />
            <source>Category "{name}" has {len} keypoints, not {len2}.</source>
            <translation>类别“{name}”有 {len} 个关键点，而不是 {len2} 个。</translation>
        </message>
        <message>
            <location filename="../../app/project/store_editing.py" />
            <source>Category "{name}": the {len} keypoints cannot continue the old {len2} as {list}.</source>
            <translation>类别“{name}”：{len} 个关键点无法按 {list} 承接原有的 {len2} 个。</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_dialog.py" />
            <source>Category (*.json)</source>
            <translation>类别 (*.json)</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>Change</source>
            <translation>变化</translation>
        </message>
        <message>
            <location filename="../../app/controllers/prompting.py" />
            <location filename="../../app/project/store_editing.py" />
            <source>Change category "{name}"</source>
            <translation>修改类别“{name}”</translation>
        </message>
        <message>
            <location filename="../../app/project/store_editing.py" />
            <source>Change prompt</source>
            <translation>更改提示</translation>
        </message>
        <message>
            <location filename="../../app/project/store_editing.py" />
            <source>Change prompt texts</source>
            <translation>更改提示文字</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_dialog.py" />
            <source>Change the category</source>
            <translation>修改类别</translation>
        </message>
        <message>
            <location filename="../../app/controllers/transfer.py" />
            <source>Change the import…</source>
            <translation>更改导入…</translation>
        </message>
        <message>
            <location filename="../../app/panels/media_model.py" />
            <source>Changed last</source>
            <translation>最近更改</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/keys_dialog.py" />
            <source>Changed; the standard is {keys}</source>
            <translation>已更改；默认为 {keys}</translation>
        </message>
        <message>
            <location filename="../../app/project/database.py" />
            <location filename="../../app/project/files.py" />
            <source>Check its permissions, and that its drive is connected.</source>
            <translation>请检查其权限以及驱动器是否已连接。</translation>
        </message>
        <message>
            <location filename="../../app/project/files.py" />
            <source>Check that the drive is connected and healthy, then try again.</source>
            <translation>请检查驱动器已连接且正常，然后重试。</translation>
        </message>
        <message>
            <location filename="../../app/training/data.py" />
            <source>Check that the image can be read and that there is space on the disk of that folder.</source>
            <translation>请检查图像可读，且该文件夹所在磁盘有空间。</translation>
        </message>
        <message>
            <location filename="../../app/project/files.py" />
            <source>Check the connection, or wait until the drive has woken up, then open it again.</source>
            <translation>请检查连接，或等驱动器唤醒后再重新打开。</translation>
        </message>
        <message>
            <location filename="../../app/panels/left_panel.py" />
            <source>Checks</source>
            <translation>检查</translation>
        </message>
        <message>
            <location filename="../../app/panels/left_panel.py" />
            <source>Checks ({count:,})</source>
            <translation>检查（{count:,}）</translation>
        </message>
        <message>
            <location filename="../../app/project/files.py" />
            <source>Choose a *.gkdt file, or a backup in {backup_folder}.</source>
            <translation>请选择 *.gkdt 文件，或 {backup_folder} 中的备份。</translation>
        </message>
        <message>
            <location filename="../../app/project/files.py" />
            <source>Choose a *.gkdt file.</source>
            <translation>请选择 *.gkdt 文件。</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Choose a cate&amp;gory</source>
            <translation>选择类别(&amp;G)</translation>
        </message>
        <message>
            <location filename="../../app/controllers/prompting.py" />
            <source>Choose a category first.</source>
            <translation>请先选择类别。</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/import_dialog.py" />
            <source>Choose a file of annotations</source>
            <translation>选择标注文件</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/import_dialog.py" />
            <source>Choose a folder of annotations</source>
            <translation>选择标注文件夹</translation>
        </message>
        <message>
            <location filename="../../app/controllers/projects.py" />
            <source>Choose a folder of images or a project.</source>
            <translation>请选择图像文件夹或项目。</translation>
        </message>
        <message>
            <location filename="../../app/controllers/projects.py" />
            <source>Choose a folder with JPEG, PNG, TIFF, BMP or WebP files in it.</source>
            <translation>请选择含有 JPEG、PNG、TIFF、BMP 或 WebP 文件的文件夹。</translation>
        </message>
        <message>
            <location filename="../../app/controllers/display.py" />
            <location filename="../../app/panels/prompt_panel.py" />
            <source>Choose a model</source>
            <translation>选择模型</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/models_dialog.py" />
            <source>Choose a model folder</source>
            <translation>选择模型文件夹</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_dialog.py" />
            <source>Choose a ready-made category on the left, or type the first keypoint's name below.</source>
            <translation>请在左侧选择现成的类别，或在下方输入第一个关键点的名称。</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/keys_dialog.py" />
            <source>Choose a row to give it another key.</source>
            <translation>选择一行以设置其他快捷键。</translation>
        </message>
        <message>
            <location filename="../../app/panels/pose_overlay.py" />
            <source>Choose a row to see both poses.</source>
            <translation>选择一行以查看两个姿态。</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/models_dialog.py" />
            <source>Choose a weight file</source>
            <translation>选择权重文件</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/export_dialog.py" />
            <source>Choose an empty folder</source>
            <translation>选择空文件夹</translation>
        </message>
        <message>
            <location filename="../../app/project/files.py" />
            <source>Choose another folder.</source>
            <translation>请选择其他文件夹。</translation>
        </message>
        <message>
            <location filename="../../app/project/store.py" />
            <location filename="../../app/project/store_steps.py" />
            <source>Choose another name.</source>
            <translation>请选择其他名称。</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>Choose for me</source>
            <translation>替我选择</translation>
        </message>
        <message>
            <location filename="../../app/engine_service.py" />
            <source>Choose one with Model &gt; Models, or wait for it.</source>
            <translation>请在“模型 &gt; 模型”中选择，或稍候。</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/compare_dialog.py" />
            <source>Choose the first file</source>
            <translation>选择第一个文件</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/import_dialog.py" />
            <source>Choose the folder of the images</source>
            <translation>选择图像所在的文件夹</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/missing_dialog.py" />
            <source>Choose the folder that they are in now, or one above it: all folders below are looked at.</source>
            <translation>请选择它们现在所在的文件夹或上级文件夹：会查看其下所有文件夹。</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/compare_dialog.py" />
            <source>Choose the second file</source>
            <translation>选择第二个文件</translation>
        </message>
        <message>
            <location filename="../../app/training/data.py" />
            <source>Choose to split by single images.</source>
            <translation>请选择按单张图像划分。</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/compare_dialog.py" />
            <source>Choose two projects or COCO files first.</source>
            <translation>请先选择两个项目或 COCO 文件。</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/compare_dialog.py" />
            <source>Choose two projects or COCO files with annotations of the same pictures, then compare.</source>
            <translation>请选择含有相同图像标注的两个项目或 COCO 文件，然后比较。</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/compare_dialog.py" />
            <source>Choose…</source>
            <translation>选择…</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_dialog.py" />
            <source>Click a new keypoint. Shift+drag moves one, a drag joins two</source>
            <translation>点击新增关键点。Shift+拖动可移动，拖动可连接两点</translation>
        </message>
        <message>
            <location filename="../../app/controllers/prompting.py" />
            <source>Click its keypoints first.</source>
            <translation>请先点击其关键点。</translation>
        </message>
        <message>
            <location filename="../../app/controllers/prompting.py" />
            <location filename="../../app/engine_service.py" />
            <source>Click its keypoints on one image, or turn on names.</source>
            <translation>请在一张图像上点击其关键点，或启用名称。</translation>
        </message>
        <message>
            <location filename="../../app/controllers/prompting.py" />
            <source>Click keypoints on one image, or turn on names.</source>
            <translation>请在一张图像上点击关键点，或启用名称。</translation>
        </message>
        <message>
            <location filename="../../app/panels/prompt_panel.py" />
            <source>Click keypoints on one image: it becomes the first prompt.</source>
            <translation>在一张图像上点击关键点：它将成为第一个提示。</translation>
        </message>
        <message>
            <location filename="../../app/panels/welcome.py" />
            <source>Click or name the keypoints once. The model places them on your other images, you check and correct, and a COCO file comes out. Images stay where they are and never leave this computer.</source>
            <translation>只需点击或命名一次关键点。模型会把它们放到您的其他图像上，您检查并修正，最后得到 COCO 文件。图像留在原处，绝不会离开此计算机。</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_dialog.py" />
            <source>Click the keypoints on the current image</source>
            <translation>在当前图像上点击关键点</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_dialog.py" />
            <source>Click: {keypoint}</source>
            <translation>点击：{keypoint}</translation>
        </message>
        <message>
            <location filename="../../app/canvas/canvas.py" />
            <source>Click: {name}. Right-click: cannot be seen here</source>
            <translation>点击：{name}。右键：此处看不见</translation>
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
            <translation>关闭</translation>
        </message>
        <message>
            <location filename="../../app/project/files.py" />
            <source>Close the other program (a backup or sync tool, a database viewer) and try again.</source>
            <translation>请关闭另一个程序（备份或同步工具、数据库查看器），然后重试。</translation>
        </message>
        <message>
            <location filename="../../app/panels/message_bar.py" />
            <source>Close this message</source>
            <translation>关闭此消息</translation>
        </message>
        <message>
            <location filename="../../app/panels/adjust_bar.py" />
            <source>Close this strip (J)</source>
            <translation>关闭此条 (J)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Co&amp;mpare annotations…</source>
            <translation>比较标注(&amp;M)…</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_dialog.py" />
            <source>Colour of the selected keypoints</source>
            <translation>选中关键点的颜色</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/compare_dialog.py" />
            <source>Compare</source>
            <translation>比较</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/compare_dialog.py" />
            <source>Compare annotations</source>
            <translation>比较标注</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/compare_dialog.py" />
            <source>Comparing {first} and {second}</source>
            <translation>正在比较 {first} 和 {second}</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/compare_dialog.py" />
            <source>Comparing…</source>
            <translation>正在比较…</translation>
        </message>
        <message>
            <location filename="../../app/controllers/safekeeping.py" />
            <location filename="../../app/project/files.py" />
            <source>Connect its drive again, or put the file back where it was; then go on.</source>
            <translation>请重新连接其驱动器，或将文件放回原处，然后继续。</translation>
        </message>
        <message>
            <location filename="../../app/panels/adjust_bar.py" />
            <source>Contrast</source>
            <translation>对比度</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/models_dialog.py" />
            <source>Convert an official weight file (*.best) to a model folder</source>
            <translation>将官方权重文件 (*.best) 转换为模型文件夹</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/models_dialog.py" />
            <source>Convert…</source>
            <translation>转换…</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/import_dialog.py" />
            <location filename="../../app/dialogs/report_dialog.py" />
            <source>Copied</source>
            <translation>已复制</translation>
        </message>
        <message>
            <location filename="../../app/controllers/editing.py" />
            <source>Copied the pose of this {name}.</source>
            <translation>已复制此“{name}”的姿态。</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/controllers/chosen_images.py" />
            <source>Copied {n:,} paths.</source>
            <extracomment>One: Copied the path.</extracomment>
            <translation>
                <numerusform>已复制 {n:,} 个路径。</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/dialogs/import_dialog.py" />
            <source>Copy</source>
            <translation>复制</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Copy the pre&amp;vious image's pose</source>
            <translation>复制上一张图像的姿态(&amp;V)</translation>
        </message>
        <message>
            <location filename="../../app/controllers/editing.py" />
            <source>Copy the previous image's pose</source>
            <translation>复制上一张图像的姿态</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/report_dialog.py" />
            <source>Copy the report</source>
            <translation>复制报告</translation>
        </message>
        <message>
            <location filename="../../app/controllers/safekeeping.py" />
            <source>Copying to {name}</source>
            <translation>正在复制到 {name}</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>Counting the images…</source>
            <translation>正在统计图像…</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/export_dialog.py" />
            <source>Counting…</source>
            <translation>正在统计…</translation>
        </message>
        <message>
            <location filename="../../app/controllers/safekeeping.py" />
            <source>Ctrl+Z takes it back.</source>
            <translation>按 Ctrl+Z 可撤销。</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>Curves</source>
            <translation>曲线</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/settings_dialog.py" />
            <source>Dark</source>
            <translation>深色</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Darker</source>
            <translation>更暗</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>De&amp;lete the instance</source>
            <translation>删除实例(&amp;L)</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>DeepLabCut</source>
            <translation>DeepLabCut</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Delete all unreviewed predic&amp;tions…</source>
            <translation>删除所有未审核的预测(&amp;T)…</translation>
        </message>
        <message>
            <location filename="../../app/project/store_editing.py" />
            <source>Delete category "{name}"</source>
            <translation>删除类别“{name}”</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/models_dialog.py" />
            <source>Delete it</source>
            <translation>删除</translation>
        </message>
        <message>
            <location filename="../../app/controllers/windows.py" />
            <source>Delete predictions</source>
            <translation>删除预测</translation>
        </message>
        <message>
            <location filename="../../app/controllers/windows.py" />
            <source>Delete the category</source>
            <translation>删除类别</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Delete the category…</source>
            <translation>删除类别…</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_dialog.py" />
            <source>Delete the training</source>
            <translation>删除训练</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_dialog.py" />
            <source>Delete the training on {project} of {when}, with its model and its checkpoint ({size})? This cannot be undone. The images and labels stay.</source>
            <translation>删除 {project} 在 {when} 的训练及其模型和检查点（{size}）？无法撤销。图像和标注保留。</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/controllers/windows.py" />
            <location filename="../../app/project/store_editing.py" />
            <source>Delete {n:,} instances</source>
            <extracomment>One: Delete instance</extracomment>
            <translation>
                <numerusform>删除 {n:,} 个实例</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/controllers/windows.py" />
            <source>Delete {n:,} instances that only the model has placed, in images that nobody reviewed?</source>
            <extracomment>One: Delete {n:,} instance that only the model has placed, in images that nobody reviewed?</extracomment>
            <translation>
                <numerusform>删除未经审核的图像中仅由模型放置的 {n:,} 个实例？</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/dialogs/models_dialog.py" />
            <source>Delete {size}</source>
            <translation>删除 {size}</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/models_dialog.py" />
            <source>Delete {title}, {size}? The file "{path}" goes for good: undo does not bring it back.</source>
            <translation>删除 {title}，{size}？文件“{path}”将永久消失：无法撤销恢复。</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/models_dialog.py" />
            <source>Delete {title}, {size}? The folder "{path}" goes for good: undo does not bring it back.</source>
            <translation>删除 {title}，{size}？文件夹“{path}”将永久消失：无法撤销恢复。</translation>
        </message>
        <message>
            <location filename="../../app/controllers/windows.py" />
            <source>Delete “{name}”</source>
            <translation>删除“{name}”</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/controllers/windows.py" />
            <source>Delete “{name}” and its {n:,} instances? Ctrl+Z brings all of it back.</source>
            <extracomment>One: Delete “{name}” and its {n:,} instance? Ctrl+Z brings both back.</extracomment>
            <translation>
                <numerusform>删除“{name}”及其 {n:,} 个实例？按 Ctrl+Z 可全部恢复。</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>Delete…</source>
            <translation>删除…</translation>
        </message>
        <message>
            <location filename="../../app/training/runs.py" />
            <source>Details are in the log (Help &gt; Open the log folder).</source>
            <translation>详情见日志（帮助 &gt; 显示日志文件）。</translation>
        </message>
        <message>
            <location filename="../../app/jobs.py" />
            <source>Details are in the log (Help &gt; Show the log file).</source>
            <translation>详情见日志（帮助 &gt; 显示日志文件）。</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/models_dialog.py" />
            <source>Device</source>
            <translation>设备</translation>
        </message>
        <message>
            <location filename="../../app/project/store_editing.py" />
            <source>Do not ignore the finding</source>
            <translation>不忽略该发现</translation>
        </message>
        <message>
            <location filename="../../app/project/files.py" />
            <source>Do not trust it; ask its sender for an export instead.</source>
            <translation>请勿信任；请向发送者索取导出文件。</translation>
        </message>
        <message>
            <location filename="../../app/panels/prompt_panel.py" />
            <source>Do not use {name} as a prompt</source>
            <translation>不将 {name} 用作提示</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_list.py" />
            <source>Done</source>
            <translation>完成</translation>
        </message>
        <message>
            <location filename="../../app/controllers/history.py" />
            <source>Done again: {step}</source>
            <translation>已重做：{step}</translation>
        </message>
        <message>
            <location filename="../../app/training/runs.py" />
            <source>Done.</source>
            <translation>完成。</translation>
        </message>
        <message>
            <location filename="../../app/panels/keypoint_table.py" />
            <source>Double-click to tell the model other words.</source>
            <translation>双击可给模型换个说法。</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/model_steps.py" />
            <location filename="../../app/model_service.py" />
            <source>Download</source>
            <translation>下载</translation>
        </message>
        <message>
            <location filename="../../app/model_service.py" />
            <source>Download it first.</source>
            <translation>请先下载。</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/model_steps.py" />
            <source>Download {size}</source>
            <translation>下载 {size}</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/model_steps.py" />
            <source>Download {title}</source>
            <translation>下载 {title}</translation>
        </message>
        <message>
            <location filename="../../app/model_service.py" />
            <source>Downloading {title}</source>
            <translation>正在下载 {title}</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/models_dialog.py" />
            <source>Downloading…</source>
            <translation>正在下载…</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/models_dialog.py" />
            <source>Download…</source>
            <translation>下载…</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_dialog.py" />
            <source>Drag from point to point for a line</source>
            <translation>从一点拖到另一点以连线</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Draw low &amp;scores paler</source>
            <translation>得分低的画得更淡(&amp;S)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Draw the &amp;box</source>
            <translation>绘制边框(&amp;B)</translation>
        </message>
        <message>
            <location filename="../../app/controllers/editing.py" />
            <source>Draw the box</source>
            <translation>绘制边框</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_dialog.py" />
            <source>Draw the lines on paper</source>
            <translation>在草图上画连线</translation>
        </message>
        <message>
            <location filename="../../app/controllers/heatmaps.py" />
            <source>Drawing the heatmaps of {name}</source>
            <translation>正在绘制 {name} 的热图</translation>
        </message>
        <message>
            <location filename="../../app/controllers/editing.py" />
            <source>Duplicate the instance</source>
            <translation>复制一份实例</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_dialog.py" />
            <source>E&amp;xport…</source>
            <translation>导出(&amp;X)…</translation>
        </message>
        <message>
            <location filename="../../app/project/store_editing.py" />
            <source>Edit instance</source>
            <translation>编辑实例</translation>
        </message>
        <message>
            <location filename="../../app/controllers/editing.py" />
            <source>Edit the category: names that differ only in "left" and "right" become pairs.</source>
            <translation>请编辑类别：仅“left”和“right”不同的名称会成对。</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_dialog.py" />
            <source>Edit {category}</source>
            <translation>编辑 {category}</translation>
        </message>
        <message>
            <location filename="../../app/model_service.py" />
            <source>Encoder</source>
            <translation>编码器</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>End it now</source>
            <translation>立即结束</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>Epochs</source>
            <translation>轮数</translation>
        </message>
        <message>
            <location filename="../../app/main_window.py" />
            <source>Every edit is on disk as soon as you make it.</source>
            <translation>每次编辑都会立即写入磁盘。</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/model_steps.py" />
            <source>Every number exactly as it is in the file; the largest.</source>
            <translation>每个数值与文件中完全一致；占用最大。</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>Everything (slow)</source>
            <translation>全部（慢）</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/import_dialog.py" />
            <source>Everything comes into {where}. Annotations and images are not changed; pictures that are inside a file, and frames of a video, are written beside the other images.</source>
            <translation>全部内容进入{where}。标注和图像不会被改动；文件内的图像和视频帧会写到其他图像旁边。</translation>
        </message>
        <message>
            <location filename="../../app/controllers/safekeeping.py" />
            <source>Everything is saved there already.</source>
            <translation>那里已保存全部内容。</translation>
        </message>
        <message>
            <location filename="../../app/main_window.py" />
            <source>Everything is saved.</source>
            <translation>全部已保存。</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/models_dialog.py" />
            <source>Exact, and the slowest on a graphics card.</source>
            <translation>精确，在显卡上最慢。</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>Examples</source>
            <translation>示例</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_dialog.py" />
            <source>Exchange left and right of the pair (double-click)</source>
            <translation>交换该对的左右（双击）</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/export_dialog.py" />
            <source>Export</source>
            <translation>导出</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_dialog.py" />
            <source>Export the category</source>
            <translation>导出类别</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/dialogs/export_dialog.py" />
            <source>Export {n:,} images</source>
            <extracomment>One: Export {n:,} image</extracomment>
            <translation>
                <numerusform>导出 {n:,} 张图像</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/controllers/transfer.py" />
            <source>Exported {images}, {instances} and {keypoints} to {path}.</source>
            <translation>已导出 {images}、{instances}、{keypoints} 到 {path}。</translation>
        </message>
        <message>
            <location filename="../../app/controllers/transfer.py" />
            <source>Exporting {name}</source>
            <translation>正在导出 {name}</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_list.py" />
            <source>Failed</source>
            <translation>失败</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/models_dialog.py" />
            <source>Faster on cards; on a processor it is slower than full precision.</source>
            <translation>在显卡上更快；在处理器上比全精度慢。</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/models_dialog.py" />
            <source>Faster on newer cards and processors; points move by a fraction of a pixel.</source>
            <translation>在较新的显卡和处理器上更快；点会移动不到一个像素。</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/engine_service.py" />
            <source>Features of {n:,} images kept</source>
            <extracomment>One: Features of {n:,} image kept</extracomment>
            <translation>
                <numerusform>已保留 {n:,} 张图像的特征</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/dialogs/export_dialog.py" />
            <location filename="../../app/dialogs/model_steps.py" />
            <source>File</source>
            <translation>文件</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/import_dialog.py" />
            <source>File or folder of annotations</source>
            <translation>标注文件或文件夹</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/export_dialog.py" />
            <source>File to write</source>
            <translation>要写入的文件</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/import_dialog.py" />
            <source>File…</source>
            <translation>文件…</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/missing_dialog.py" />
            <source>Find missing images</source>
            <translation>查找缺失的图像</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Find the ob&amp;jects in this image</source>
            <translation>在此图像中查找对象(&amp;J)</translation>
        </message>
        <message>
            <location filename="../../app/controllers/safekeeping.py" />
            <source>Find them…</source>
            <translation>查找它们…</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/project/store_editing.py" />
            <source>Find {n:,} images again</source>
            <extracomment>One: Find the image again</extracomment>
            <translation>
                <numerusform>重新找到 {n:,} 张图像</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/controllers/detecting.py" />
            <source>Find {n:,} objects</source>
            <extracomment>One: Find {n} object</extracomment>
            <translation>
                <numerusform>找到 {n:,} 个对象</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/controllers/detecting.py" />
            <source>Finding every {object}</source>
            <translation>正在查找每个 {object}</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/compare_dialog.py" />
            <source>First</source>
            <translation>第一个</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/import_dialog.py" />
            <source>Folder of the images</source>
            <translation>图像文件夹</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/import_dialog.py" />
            <source>Folder that the image names in it start from</source>
            <translation>文件中图像名称所相对的文件夹</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/import_dialog.py" />
            <source>Folder…</source>
            <translation>文件夹…</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/dialogs/missing_dialog.py" />
            <source>For {n:,} there are files of the same name with other content, which are not taken.</source>
            <extracomment>One: For {n} there is a file of the same name with other content, which is not taken.</extracomment>
            <translation>
                <numerusform>有 {n:,} 个存在同名但内容不同的文件，不予采用。</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/panels/prompt_panel.py" />
            <source>Forget what is left of this batch</source>
            <translation>放弃此批次的剩余部分</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/export_dialog.py" />
            <location filename="../../app/dialogs/import_dialog.py" />
            <source>Format</source>
            <translation>格式</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Forward 10 images</source>
            <translation>前进 10 张图像</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/controllers/detecting.py" />
            <source>Found {n:,} new objects.</source>
            <extracomment>One: Found {n} new object.</extracomment>
            <translation>
                <numerusform>找到 {n:,} 个新对象。</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/project/files.py" />
            <source>Free some space on that disk and try again.</source>
            <translation>请释放该磁盘的空间后重试。</translation>
        </message>
        <message>
            <location filename="../../app/training/data.py" />
            <location filename="../../app/training/runs.py" />
            <source>Free some space on that disk, or check your permission to write there.</source>
            <translation>请释放该磁盘的空间，或检查您的写入权限。</translation>
        </message>
        <message>
            <location filename="../../app/project/files.py" />
            <source>Free some space on that disk.</source>
            <translation>请释放该磁盘的空间。</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>From both</source>
            <translation>两者</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>From examples</source>
            <translation>由示例</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>From its last checkpoint, with the same images and settings</source>
            <translation>从其最近的检查点开始，图像和设置不变</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>From names</source>
            <translation>由名称</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/models_dialog.py" />
            <source>Full (fp32)</source>
            <translation>全精度 (fp32)</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/model_steps.py" />
            <source>Full precision (fp32)</source>
            <translation>全精度 (fp32)</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/small.py" />
            <source>GKDT Annotator {version}

Click or name a few keypoints, the model pre-labels the rest, you review, COCO comes out.

Apache License 2.0. The licences of everything that ships with it are in THIRD_PARTY.md. Nothing that you open leaves this computer.</source>
            <translation>GKDT Annotator {version}

点击或命名几个关键点，模型预标注其余部分，您来审核，得到 COCO。

Apache 许可证 2.0。随附内容的许可证见 THIRD_PARTY.md。您打开的任何内容都不会离开此计算机。</translation>
        </message>
        <message>
            <location filename="../../app/controllers/safekeeping.py" />
            <location filename="../../app/controllers/windows.py" />
            <source>GKDT projects (*{suffix})</source>
            <translation>GKDT 项目 (*{suffix})</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/compare_dialog.py" />
            <source>GKDT projects and COCO files (*.gkdt *.json)</source>
            <translation>GKDT 项目和 COCO 文件 (*.gkdt *.json)</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/models_dialog.py" />
            <source>GKDT weights (*.best *.pth *.pt);;All files (*)</source>
            <translation>GKDT 权重 (*.best *.pth *.pt);;所有文件 (*)</translation>
        </message>
        <message>
            <location filename="../../app/panels/adjust_bar.py" />
            <source>Gamma</source>
            <translation>伽马</translation>
        </message>
        <message>
            <location filename="../../app/project/store_editing.py" />
            <source>Give each new keypoint one old one, or none.</source>
            <translation>请为每个新关键点指定一个旧关键点，或不指定。</translation>
        </message>
        <message>
            <location filename="../../app/project/store_editing.py" />
            <source>Give one text for each keypoint.</source>
            <translation>请为每个关键点提供一段文字。</translation>
        </message>
        <message>
            <location filename="../../app/model_service.py" />
            <source>Give the model a name.</source>
            <translation>请为模型命名。</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/backups_dialog.py" />
            <source>Go back</source>
            <translation>恢复</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/backups_dialog.py" />
            <source>Go back to a backup</source>
            <translation>恢复到备份</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/backups_dialog.py" />
            <source>Go back to it…</source>
            <translation>恢复到此备份…</translation>
        </message>
        <message>
            <location filename="../../app/controllers/batches.py" />
            <source>Go on</source>
            <translation>继续</translation>
        </message>
        <message>
            <location filename="../../app/project/files.py" />
            <source>Go on there, or close it there and try again.</source>
            <translation>请在那里继续，或在那里关闭后重试。</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>Go on training</source>
            <translation>继续训练</translation>
        </message>
        <message>
            <location filename="../../app/controllers/viewer.py" />
            <source>Go to another image and back to open it.</source>
            <translation>切换到另一张图片再切换回来即可打开。</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/small.py" />
            <source>Go to image</source>
            <translation>转到图像</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/small.py" />
            <source>Go to the image</source>
            <translation>转到该图像</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/models_dialog.py" />
            <source>Graphics card (CUDA)</source>
            <translation>显卡 (CUDA)</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_parts.py" />
            <source>Grey</source>
            <translation>灰色</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/models_dialog.py" />
            <source>Half (bf16)</source>
            <translation>半精度 (bf16)</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/models_dialog.py" />
            <source>Half (fp16)</source>
            <translation>半精度 (fp16)</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/model_steps.py" />
            <source>Half precision (bf16)</source>
            <translation>半精度 (bf16)</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/model_steps.py" />
            <source>Half precision (fp16)</source>
            <translation>半精度 (fp16)</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/model_steps.py" />
            <source>Half the disk space, but rounded eight times as coarsely: only where it runs in bf16 anyway.</source>
            <translation>磁盘空间减半，但舍入粗八倍：仅适合本就以 bf16 运行的场合。</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/model_steps.py" />
            <source>Half the disk space. In our checks heatmaps moved by at most 0.0004 and no point left its cell.</source>
            <translation>磁盘空间减半。在我们的检查中热图变化不超过 0.0004，没有点离开其单元格。</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>Held back to &amp;check with</source>
            <translation>留作检查(&amp;C)</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>Held back to check with</source>
            <translation>留作检查</translation>
        </message>
        <message>
            <location filename="../../app/panels/keypoint_table.py" />
            <source>Hidden; click to show it</source>
            <translation>已隐藏；点击显示</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Hide all marks (hold)</source>
            <translation>隐藏所有标记（按住）</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>How</source>
            <translation>方式</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/compare_dialog.py" />
            <source>How far both agree is here, keypoint by keypoint, once they are compared.</source>
            <translation>比较之后，此处逐个关键点显示两者的一致程度。</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/compare_tables.py" />
            <source>How often both say the same of visible, occluded or not there, %</source>
            <translation>双方对可见、遮挡或不存在判断一致的比例，%</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>How they are split</source>
            <translation>如何划分</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/model_steps.py" />
            <source>I have read the terms on that page and &amp;agree to them</source>
            <translation>我已阅读该页面上的条款并同意(&amp;A)</translation>
        </message>
        <message>
            <location filename="../../app/project/store_editing.py" />
            <source>Ignore the finding</source>
            <translation>忽略该发现</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/panels/checks_panel.py" />
            <source>Ignore {n:,} findings</source>
            <extracomment>One: Ignore this finding</extracomment>
            <translation>
                <numerusform>忽略 {n:,} 项发现</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/canvas/view.py" />
            <location filename="../../app/dialogs/compare_tables.py" />
            <location filename="../../app/dialogs/failures_dialog.py" />
            <source>Image</source>
            <translation>图像</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/export_dialog.py" />
            <source>Image files are named, not copied.</source>
            <translation>图像文件只记录名称，不复制。</translation>
        </message>
        <message>
            <location filename="../../app/project/store.py" />
            <source>Image {image_id} cannot be {width} x {height} px large.</source>
            <translation>图像 {image_id} 的大小不可能是 {width} x {height} 像素。</translation>
        </message>
        <message>
            <location filename="../../app/controllers/display.py" />
            <source>Image {number:,} of {count:,}</source>
            <translation>第 {number:,} 张图像，共 {count:,} 张</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/backups_dialog.py" />
            <location filename="../../app/dialogs/export_dialog.py" />
            <location filename="../../app/panels/left_panel.py" />
            <location filename="../../app/panels/media_panel.py" />
            <source>Images</source>
            <translation>图像</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/settings_dialog.py" />
            <source>Images already looked at may take</source>
            <translation>已查看的图像最多可占用</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/failures_dialog.py" />
            <source>Images and reasons</source>
            <translation>图像和原因</translation>
        </message>
        <message>
            <location filename="../../app/panels/prompt_panel.py" />
            <source>Images used as prompts</source>
            <translation>用作提示的图像</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/import_dialog.py" />
            <source>Import</source>
            <translation>导入</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_dialog.py" />
            <source>Import a category</source>
            <translation>导入类别</translation>
        </message>
        <message>
            <location filename="../../app/controllers/transfer.py" />
            <source>Imported {images}, {instances} and {categories}.</source>
            <translation>已导入 {images}、{instances}、{categories}。</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/settings_dialog.py" />
            <source>In new projects</source>
            <translation>在新项目中</translation>
        </message>
        <message>
            <location filename="../../app/panels/checks_panel.py" />
            <source>In one place: {names}</source>
            <translation>位置重合：{names}</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/settings_dialog.py" />
            <source>In the project {name}</source>
            <translation>在项目 {name} 中</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/export_dialog.py" />
            <source>In this format they stay marked as the model's.</source>
            <translation>在此格式中，它们仍标记为模型的点。</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/models_dialog.py" />
            <source>In use</source>
            <translation>使用中</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/model_list.py" />
            <source>In use · {line}</source>
            <translation>使用中 · {line}</translation>
        </message>
        <message>
            <location filename="../../app/theme.py" />
            <source>In work</source>
            <translation>处理中</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>In&amp;vert the picture</source>
            <translation>图像反相(&amp;V)</translation>
        </message>
        <message>
            <location filename="../../app/model_service.py" />
            <source>Input</source>
            <translation>输入</translation>
        </message>
        <message>
            <location filename="../../app/controllers/sample.py" />
            <source>Install the program again, or open a folder of your own images.</source>
            <translation>请重新安装程序，或打开您自己的图像文件夹。</translation>
        </message>
        <message>
            <location filename="../../app/panels/instance_list.py" />
            <source>Instances in this image</source>
            <translation>此图像中的实例</translation>
        </message>
        <message>
            <location filename="../../app/panels/adjust_bar.py" />
            <source>Invert</source>
            <translation>反相</translation>
        </message>
        <message>
            <location filename="../../app/controllers/waiting.py" />
            <source>It begins by itself as soon as the model is there.</source>
            <translation>模型就绪后会自动开始。</translation>
        </message>
        <message>
            <location filename="../../app/training/runs.py" />
            <source>It ended before it was done. The last it said: {said}</source>
            <translation>未完成就结束了。最后的输出：{said}</translation>
        </message>
        <message>
            <location filename="../../app/training/runs.py" />
            <source>It ended without a word: it was killed, or the computer went off.</source>
            <translation>没有任何输出就结束了：被终止，或计算机关机。</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/models_dialog.py" />
            <source>It is in use: choose another model first</source>
            <translation>正在使用：请先选择另一个模型</translation>
        </message>
        <message>
            <location filename="../../app/controllers/projects.py" />
            <source>It is {path}.</source>
            <translation>它是 {path}。</translation>
        </message>
        <message>
            <location filename="../../app/project/store_reading.py" />
            <source>It may have been deleted.</source>
            <translation>它可能已被删除。</translation>
        </message>
        <message>
            <location filename="../../app/controllers/windows.py" />
            <source>It would be {path}.</source>
            <translation>它将是 {path}。</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>It writes a checkpoint, from which it can go on later.</source>
            <translation>它会写入检查点，之后可由此继续。</translation>
        </message>
        <message>
            <location filename="../../app/controllers/training.py" />
            <source>Its model is in use. Choose another one under Model &gt; Models first.</source>
            <translation>其模型正在使用。请先在“模型 &gt; 模型”中选择另一个。</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_dialog.py" />
            <source>Keep the category as a JSON file</source>
            <translation>将类别保存为 JSON 文件</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/settings_dialog.py" />
            <source>Keep them in half precision</source>
            <translation>以半精度保存</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>Keep videos, patients and folders together</source>
            <translation>同一视频、患者和文件夹不拆分</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/compare_tables.py" />
            <location filename="../../app/panels/keypoint_table.py" />
            <source>Keypoint</source>
            <translation>关键点</translation>
        </message>
        <message>
            <location filename="../../app/panels/keypoint_table.py" />
            <source>Keypoints</source>
            <translation>关键点</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_dialog.py" />
            <source>Keypoints (double-click to rename)</source>
            <translation>关键点（双击重命名）</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_dialog.py" />
            <source>Keypoints in order</source>
            <translation>按顺序排列的关键点</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/keys_dialog.py" />
            <source>Keys</source>
            <translation>快捷键</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/settings_dialog.py" />
            <source>Keys…</source>
            <translation>快捷键…</translation>
        </message>
        <message>
            <location filename="../../app/panels/checks_panel.py" />
            <source>Kind of mistake</source>
            <translation>错误类型</translation>
        </message>
        <message>
            <location filename="../../app/panels/welcome.py" />
            <source>Label keypoints on many images by showing one</source>
            <translation>示范一张，标注多张图像的关键点</translation>
        </message>
        <message>
            <location filename="../../app/training/data.py" />
            <source>Label or accept more images: points that nobody reviewed are not learnt from.</source>
            <translation>请标注或接受更多图像：不会从无人审核的点中学习。</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>LabelMe</source>
            <translation>LabelMe</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/backups_dialog.py" />
            <source>Labelled</source>
            <translation>已标注</translation>
        </message>
        <message>
            <location filename="../../app/panels/checks_panel.py" />
            <source>Labelled twice</source>
            <translation>重复标注</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/settings_dialog.py" />
            <source>Language</source>
            <translation>语言</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>Learn from</source>
            <translation>学习内容</translation>
        </message>
        <message>
            <location filename="../../app/panels/checks_panel.py" />
            <source>Left and right look swapped</source>
            <translation>左右似乎弄反</translation>
        </message>
        <message>
            <location filename="../../app/model_service.py" />
            <source>Left out</source>
            <translation>未包含</translation>
        </message>
        <message>
            <location filename="../../app/controllers/transfer.py" />
            <source>Left out: {reasons}</source>
            <translation>未包含：{reasons}</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_dialog.py" />
            <source>Left-right pairs</source>
            <translation>左右对</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_dialog.py" />
            <source>Left-right pairs: untick what is none</source>
            <translation>左右对：取消勾选不成对的</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Less contrast</source>
            <translation>降低对比度</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/model_steps.py" />
            <location filename="../../app/model_service.py" />
            <source>Licence</source>
            <translation>许可证</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/settings_dialog.py" />
            <source>Light</source>
            <translation>浅色</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_parts.py" />
            <source>Light grey</source>
            <translation>浅灰色</translation>
        </message>
        <message>
            <location filename="../../app/panels/checks_panel.py" />
            <source>Likely mistakes</source>
            <translation>可能的错误</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_parts.py" />
            <source>Lime</source>
            <translation>青柠色</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_dialog.py" />
            <source>Lines between keypoints, for example 1-2, 2-3</source>
            <translation>关键点之间的连线，例如 1-2, 2-3</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_dialog.py" />
            <source>Lines of the skeleton</source>
            <translation>骨架连线</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/models_dialog.py" />
            <source>List a model folder that is somewhere else, as training makes them</source>
            <translation>列出位于别处的模型文件夹，例如训练生成的</translation>
        </message>
        <message>
            <location filename="../../app/panels/checks_panel.py" />
            <source>List the findings that somebody has ignored, in place of the others</source>
            <translation>改为列出已被忽略的发现</translation>
        </message>
        <message>
            <location filename="../../app/controllers/projects.py" />
            <source>Listing the images in {name}</source>
            <translation>正在列出 {name} 中的图像</translation>
        </message>
        <message>
            <location filename="../../app/controllers/display.py" />
            <location filename="../../app/training/runs.py" />
            <source>Loading the model…</source>
            <translation>正在加载模型…</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/missing_dialog.py" />
            <source>Look in a folder…</source>
            <translation>在文件夹中查找…</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/settings_dialog.py" />
            <source>Look twice (refine)</source>
            <translation>看两次（细化）</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/report_dialog.py" />
            <source>Looking at this computer…</source>
            <translation>正在检查此计算机…</translation>
        </message>
        <message>
            <location filename="../../app/controllers/safekeeping.py" />
            <source>Looking for images in {name}</source>
            <translation>正在 {name} 中查找图像</translation>
        </message>
        <message>
            <location filename="../../app/controllers/safekeeping.py" />
            <source>Looking for the image files</source>
            <translation>正在查找图像文件</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/missing_dialog.py" />
            <source>Looking in {folder}…</source>
            <translation>正在 {folder} 中查找…</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>Loss</source>
            <translation>损失</translation>
        </message>
        <message>
            <location filename="../../app/panels/checks_panel.py" />
            <source>Low score</source>
            <translation>得分低</translation>
        </message>
        <message>
            <location filename="../../app/panels/media_model.py" />
            <source>Lowest score first</source>
            <translation>得分低的在前</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/backups_dialog.py" />
            <source>Made</source>
            <translation>时间</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/models_dialog.py" />
            <source>Make a model folder of it, which loads faster and more safely</source>
            <translation>将其做成模型文件夹，加载更快更安全</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/backups_dialog.py" />
            <source>Make one now</source>
            <translation>立即备份</translation>
        </message>
        <message>
            <location filename="../../app/controllers/safekeeping.py" />
            <source>Making a backup</source>
            <translation>正在备份</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/backups_dialog.py" />
            <source>Making a backup…</source>
            <translation>正在备份…</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/project/store_editing.py" />
            <source>Mark {n:,} images as {state}</source>
            <extracomment>One: Mark image as {state}</extracomment>
            <translation>
                <numerusform>将 {n:,} 张图像标为{state}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/panels/keypoint_table.py" />
            <source>Marked on {n:,} prompt images</source>
            <extracomment>One: Marked on {n} prompt image</extracomment>
            <translation>
                <numerusform>在 {n:,} 张提示图像上有标记</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/dialogs/compare_tables.py" />
            <source>Mean %</source>
            <translation>平均 %</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/compare_tables.py" />
            <source>Mean distance between the two</source>
            <translation>两者之间的平均距离</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/compare_tables.py" />
            <source>Mean distance, % of the mean of both objects' longer sides</source>
            <translation>平均距离，占两个对象较长边均值的 %</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/compare_tables.py" />
            <source>Mean px</source>
            <translation>平均像素</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/compare_tables.py" />
            <source>Median</source>
            <translation>中位数</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/compare_tables.py" />
            <source>Median distance, px</source>
            <translation>距离中位数，像素</translation>
        </message>
        <message>
            <location filename="../../app/controllers/checking.py" />
            <source>Median time for an accepted image: {parts}.</source>
            <translation>每张已接受图像的用时中位数：{parts}。</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/settings_dialog.py" />
            <source>Memory for image features</source>
            <translation>图像特征的内存</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/keys_dialog.py" />
            <source>Menu</source>
            <translation>菜单</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_parts.py" />
            <source>Mint</source>
            <translation>薄荷色</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>Minutes at &amp;most</source>
            <translation>最多分钟数(&amp;M)</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>Minutes at most</source>
            <translation>最多分钟数</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/missing_dialog.py" />
            <source>Missing images</source>
            <translation>缺失的图像</translation>
        </message>
        <message>
            <location filename="../../app/panels/checks_panel.py" />
            <source>Missing instance</source>
            <translation>缺少实例</translation>
        </message>
        <message>
            <location filename="../../app/panels/checks_panel.py" />
            <source>Missing keypoint</source>
            <translation>缺少关键点</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/settings_dialog.py" />
            <source>Model</source>
            <translation>模型</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/model_list.py" />
            <location filename="../../app/dialogs/models_dialog.py" />
            <source>Models</source>
            <translation>模型</translation>
        </message>
        <message>
            <location filename="../../app/controllers/project_settings.py" />
            <location filename="../../app/dialogs/settings_dialog.py" />
            <source>Models…</source>
            <translation>模型…</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>More contrast</source>
            <translation>提高对比度</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_dialog.py" />
            <source>Move the keypoint down (Alt+Down)</source>
            <translation>下移关键点 (Alt+Down)</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_dialog.py" />
            <source>Move the keypoint up (Alt+Up)</source>
            <translation>上移关键点 (Alt+Up)</translation>
        </message>
        <message>
            <location filename="../../app/controllers/editing.py" />
            <source>Move {name}</source>
            <translation>移动 {name}</translation>
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
            <translation>名称</translation>
        </message>
        <message>
            <location filename="../../app/panels/keypoint_table.py" />
            <source>Name of the keypoint</source>
            <translation>关键点名称</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/model_steps.py" />
            <source>Name of the model</source>
            <translation>模型名称</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_dialog.py" />
            <source>Name of the object</source>
            <translation>对象名称</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>Names</source>
            <translation>名称</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_dialog.py" />
            <source>New category</source>
            <translation>新建类别</translation>
        </message>
        <message>
            <location filename="../../app/panels/side_panel.py" />
            <source>New category…</source>
            <translation>新建类别…</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/export_dialog.py" />
            <source>New folder</source>
            <translation>新建文件夹</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/keys_dialog.py" />
            <source>New key</source>
            <translation>新快捷键</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/keys_dialog.py" />
            <source>New key for “{action}”: Enter or a double click on the row, then the key; Esc leaves.</source>
            <translation>“{action}”的新按键：在该行按 Enter 或双击，再按新键；Esc 离开。</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_list.py" />
            <source>New training</source>
            <translation>新训练</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Next &amp;doubtful image</source>
            <translation>下一张存疑图像(&amp;D)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Next &amp;unreviewed image</source>
            <translation>下一张未审核图像(&amp;U)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Next keypoint</source>
            <translation>下一个关键点</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/keys_dialog.py" />
            <source>No action or key has that in it.</source>
            <translation>没有包含此内容的操作或快捷键。</translation>
        </message>
        <message>
            <location filename="../../app/project/backups.py" />
            <source>No backup could be made: {reason}</source>
            <translation>无法备份：{reason}</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/compare_dialog.py" />
            <source>No file chosen</source>
            <translation>未选择文件</translation>
        </message>
        <message>
            <location filename="../../app/panels/checks_panel.py" />
            <source>No finding is ignored.</source>
            <translation>没有被忽略的发现。</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/settings_dialog.py" />
            <source>No font on this computer has the characters of this language, so the window stays English. Install one first: on Linux the package fonts-noto-cjk or google-noto-sans-cjk-fonts.</source>
            <translation>此计算机上没有包含该语言字符的字体，因此窗口保持英文。请先安装字体：在 Linux 上为软件包 fonts-noto-cjk 或 google-noto-sans-cjk-fonts。</translation>
        </message>
        <message>
            <location filename="../../app/controllers/display.py" />
            <source>No image is left to pre-label</source>
            <translation>没有需要预标注的图像</translation>
        </message>
        <message>
            <location filename="../../app/controllers/batches.py" />
            <source>No image is waiting to be pre-labelled.</source>
            <translation>没有图像等待预标注。</translation>
        </message>
        <message>
            <location filename="../../app/panels/media_panel.py" />
            <source>No image matches the filter.</source>
            <translation>没有图像符合筛选条件。</translation>
        </message>
        <message>
            <location filename="../../app/engine_service.py" />
            <source>No model is loaded.</source>
            <translation>没有加载模型。</translation>
        </message>
        <message>
            <location filename="../../app/controllers/display.py" />
            <source>No model: choose one…</source>
            <translation>没有模型：请选择…</translation>
        </message>
        <message>
            <location filename="../../app/controllers/navigation.py" />
            <source>No other image is waiting for review.</source>
            <translation>没有其他图像等待审核。</translation>
        </message>
        <message>
            <location filename="../../app/controllers/transfer.py" />
            <location filename="../../app/project/store_reading.py" />
            <source>No project is open.</source>
            <translation>没有打开的项目。</translation>
        </message>
        <message>
            <location filename="../../app/panels/recent_menu.py" />
            <source>No project was opened yet</source>
            <translation>尚未打开过项目</translation>
        </message>
        <message>
            <location filename="../../app/controllers/navigation.py" />
            <source>No unreviewed image before this one.</source>
            <translation>此图像之前没有未审核的图像。</translation>
        </message>
        <message>
            <location filename="../../app/controllers/navigation.py" />
            <source>No unreviewed image behind this one.</source>
            <translation>此图像之后没有未审核的图像。</translation>
        </message>
        <message>
            <location filename="../../app/panels/instance_list.py" />
            <source>None yet: click the first keypoint on the picture.</source>
            <translation>还没有：请在图片上点击第一个关键点。</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_dialog.py" />
            <source>None yet: names with “left” and “right” become pairs.</source>
            <translation>暂无：含“left”和“right”的名称会成对。</translation>
        </message>
        <message>
            <location filename="../../app/controllers/display.py" />
            <source>Not in the filter</source>
            <translation>不在筛选结果中</translation>
        </message>
        <message>
            <location filename="../../app/panels/keypoint_table.py" />
            <source>Not placed</source>
            <translation>未放置</translation>
        </message>
        <message>
            <location filename="../../app/panels/checks_panel.py" />
            <source>Not placed: {name}</source>
            <translation>未放置：{name}</translation>
        </message>
        <message>
            <location filename="../../app/panels/media_model.py" />
            <source>Not reviewed</source>
            <translation>未审核</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/models_dialog.py" />
            <source>Nothing is deleted</source>
            <translation>不会删除任何内容</translation>
        </message>
        <message>
            <location filename="../../app/panels/checks_panel.py" />
            <source>Nothing looks like a mistake. More is noticed once some images are accepted.</source>
            <translation>看起来没有错误。接受一些图像后能发现更多。</translation>
        </message>
        <message>
            <location filename="../../app/panels/curves.py" />
            <source>Nothing measured yet.</source>
            <translation>尚无测量结果。</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/export_dialog.py" />
            <source>Nothing of this project is lost.</source>
            <translation>此项目没有任何内容丢失。</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_parts.py" />
            <source>Nothing ready-made is like “{object}”. Search for a more general word, or name the keypoints beside this list.</source>
            <translation>没有与“{object}”相近的现成类别。请搜索更笼统的词，或在此列表旁自行命名关键点。</translation>
        </message>
        <message>
            <location filename="../../app/engine_service.py" />
            <source>Nothing says what to look for on "{name}".</source>
            <translation>没有说明在“{name}”上要找什么。</translation>
        </message>
        <message>
            <location filename="../../app/controllers/prompting.py" />
            <source>Nothing says yet what to look for on "{name}".</source>
            <translation>尚未说明在“{name}”上要找什么。</translation>
        </message>
        <message>
            <location filename="../../app/controllers/prelabel.py" />
            <source>Nothing to pre-label in {name}: every point here is a person's.</source>
            <translation>{name} 中没有可预标注的内容：这里的每个点都由人放置。</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Nudge the keypoint down by 0.1 px</source>
            <translation>关键点下移 0.1 像素</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Nudge the keypoint down by 1 px</source>
            <translation>关键点下移 1 像素</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Nudge the keypoint down by 10 px</source>
            <translation>关键点下移 10 像素</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Nudge the keypoint left by 0.1 px</source>
            <translation>关键点左移 0.1 像素</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Nudge the keypoint left by 1 px</source>
            <translation>关键点左移 1 像素</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Nudge the keypoint left by 10 px</source>
            <translation>关键点左移 10 像素</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Nudge the keypoint right by 0.1 px</source>
            <translation>关键点右移 0.1 像素</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Nudge the keypoint right by 1 px</source>
            <translation>关键点右移 1 像素</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Nudge the keypoint right by 10 px</source>
            <translation>关键点右移 10 像素</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Nudge the keypoint up by 0.1 px</source>
            <translation>关键点上移 0.1 像素</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Nudge the keypoint up by 1 px</source>
            <translation>关键点上移 1 像素</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Nudge the keypoint up by 10 px</source>
            <translation>关键点上移 10 像素</translation>
        </message>
        <message>
            <location filename="../../app/controllers/editing.py" />
            <source>Nudge {name}</source>
            <translation>微移 {name}</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/small.py" />
            <source>Number of the image</source>
            <translation>图像编号</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/small.py" />
            <source>Number of the image, 1 to {count:,}</source>
            <translation>图像编号，1 到 {count:,}</translation>
        </message>
        <message>
            <location filename="../../app/panels/keypoint_table.py" />
            <source>Number; press it on the keyboard to select the keypoint</source>
            <translation>编号；在键盘上按它可选择该关键点</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/compare_tables.py" />
            <source>Object</source>
            <translation>对象</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/compare_dialog.py" />
            <source>Objects, those that differ most first</source>
            <translation>对象，差异最大的在前</translation>
        </message>
        <message>
            <location filename="../../app/controllers/editing.py" />
            <location filename="../../app/panels/keypoint_table.py" />
            <source>Occluded</source>
            <translation>遮挡</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/compare_tables.py" />
            <source>Of both sides, by name</source>
            <translation>双方，按名称</translation>
        </message>
        <message>
            <location filename="../../app/model_service.py" />
            <source>On disk</source>
            <translation>磁盘占用</translation>
        </message>
        <message>
            <location filename="../../app/panels/keypoint_table.py" />
            <source>On how many prompt images the keypoint is marked</source>
            <translation>该关键点在多少张提示图像上有标记</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>On the images held back</source>
            <translation>在留出的图像上</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_list.py" />
            <source>On the project that is open</source>
            <translation>用当前打开的项目</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_dialog.py" />
            <source>On this &amp;image</source>
            <translation>在此图像上(&amp;I)</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/model_list.py" />
            <source>On this computer</source>
            <translation>在此计算机上</translation>
        </message>
        <message>
            <location filename="../../app/controllers/prompting.py" />
            <source>Once the image is accepted ({key}), all {n:,} count.</source>
            <translation>接受该图像（{key}）后，全部 {n:,} 个点都算数。</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/compare_dialog.py" />
            <source>Only in {file}: {images}, {objects}.</source>
            <translation>仅在 {file} 中：{images}，{objects}。</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/compare_dialog.py" />
            <source>Only one of them has {names}.</source>
            <translation>只有其中一个有 {names}。</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>Only the heads (fast)</source>
            <translation>仅头部（快）</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/dialogs/train_pages.py" />
            <source>Only the {n:,} images that the list shows</source>
            <extracomment>One: Only the {n} image that the list shows</extracomment>
            <translation>
                <numerusform>仅列表显示的 {n:,} 张图像</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Open &amp;project…</source>
            <translation>打开项目(&amp;P)…</translation>
        </message>
        <message>
            <location filename="../../app/panels/recent_menu.py" />
            <source>Open &amp;recent</source>
            <translation>打开最近的项目(&amp;R)</translation>
        </message>
        <message>
            <location filename="../../app/controllers/windows.py" />
            <source>Open a folder of images</source>
            <translation>打开图像文件夹</translation>
        </message>
        <message>
            <location filename="../../app/project/store_reading.py" />
            <source>Open a folder of images or a project first.</source>
            <translation>请先打开图像文件夹或项目。</translation>
        </message>
        <message>
            <location filename="../../app/controllers/windows.py" />
            <source>Open a project</source>
            <translation>打开项目</translation>
        </message>
        <message>
            <location filename="../../app/controllers/prompt_files.py" />
            <source>Open a prompt</source>
            <translation>打开提示</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/backups_dialog.py" />
            <source>Open as a new project…</source>
            <translation>作为新项目打开…</translation>
        </message>
        <message>
            <location filename="../../app/controllers/safekeeping.py" />
            <source>Open for reading only. {reason}</source>
            <translation>仅以只读方式打开。{reason}</translation>
        </message>
        <message>
            <location filename="../../app/panels/media_panel.py" />
            <source>Open images…</source>
            <translation>打开图像…</translation>
        </message>
        <message>
            <location filename="../../app/controllers/safekeeping.py" />
            <source>Open it again</source>
            <translation>重新打开</translation>
        </message>
        <message>
            <location filename="../../app/project/files.py" />
            <source>Open the newest backup in {backup_folder}.</source>
            <translation>请打开 {backup_folder} 中最新的备份。</translation>
        </message>
        <message>
            <location filename="../../app/project/files.py" />
            <source>Open the project again, to go on with what is there now.</source>
            <translation>请重新打开项目，以便继续使用现有内容。</translation>
        </message>
        <message>
            <location filename="../../app/controllers/prompt_files.py" />
            <source>Open the prompt for {name}</source>
            <translation>打开 {name} 的提示</translation>
        </message>
        <message>
            <location filename="../../app/controllers/sample.py" />
            <source>Open the sample</source>
            <translation>打开示例</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/controllers/prompt_files.py" />
            <source>Opened the prompt for "{name}" with {n:,} images.</source>
            <extracomment>One: Opened the prompt for "{name}" with {n} image.</extracomment>
            <translation>
                <numerusform>已打开“{name}”的提示，含 {n:,} 张图像。</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/controllers/viewer.py" />
            <source>Opening "{name}" was stopped.</source>
            <translation>已停止打开“{name}”。</translation>
        </message>
        <message>
            <location filename="../../app/controllers/prompt_files.py" />
            <source>Opening the prompt</source>
            <translation>正在打开提示</translation>
        </message>
        <message>
            <location filename="../../app/controllers/viewer.py" />
            <source>Opening {name}</source>
            <translation>正在打开 {name}</translation>
        </message>
        <message>
            <location filename="../../app/controllers/editing.py" />
            <source>Or draw it with {key}.</source>
            <translation>或按 {key} 绘制。</translation>
        </message>
        <message>
            <location filename="../../app/panels/media_panel.py" />
            <source>Order of the images</source>
            <translation>图像顺序</translation>
        </message>
        <message>
            <location filename="../../app/panels/checks_panel.py" />
            <source>Outside by {px:.0f} px: {name}</source>
            <translation>超出 {px:.0f} 像素：{name}</translation>
        </message>
        <message>
            <location filename="../../app/panels/checks_panel.py" />
            <source>Outside the box</source>
            <translation>在边框外</translation>
        </message>
        <message>
            <location filename="../../app/panels/checks_panel.py" />
            <source>Outside the box by {px:.0f} px: {name}</source>
            <translation>超出边框 {px:.0f} 像素：{name}</translation>
        </message>
        <message>
            <location filename="../../app/panels/checks_panel.py" />
            <source>Outside the image</source>
            <translation>在图像外</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>PCK@0.1, %</source>
            <translation>PCK@0.1，%</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_parts.py" />
            <source>Pale cyan</source>
            <translation>浅青色</translation>
        </message>
        <message>
            <location filename="../../app/controllers/prompt_files.py" />
            <source>Pass it on together with the folder of its images, if there is one.</source>
            <translation>传给别人时请连同其图像文件夹（若有）一起。</translation>
        </message>
        <message>
            <location filename="../../app/controllers/editing.py" />
            <source>Paste the pose</source>
            <translation>粘贴姿态</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Pause pre-la&amp;belling</source>
            <translation>暂停预标注(&amp;B)</translation>
        </message>
        <message>
            <location filename="../../app/controllers/display.py" />
            <source>Paused, {left:,} of {total:,} left</source>
            <translation>已暂停，还剩 {left:,}/{total:,}</translation>
        </message>
        <message>
            <location filename="../../app/controllers/display.py" />
            <source>Paused. {key} goes on</source>
            <translation>已暂停，按 {key} 继续</translation>
        </message>
        <message>
            <location filename="../../app/controllers/batches.py" />
            <source>Paused: the rest waits, also when the program is closed.</source>
            <translation>已暂停：其余部分会等待，关闭程序后也一样。</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_parts.py" />
            <source>Periwinkle</source>
            <translation>长春花色</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/settings_dialog.py" />
            <source>Picture</source>
            <translation>图像</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_parts.py" />
            <source>Pink</source>
            <translation>粉色</translation>
        </message>
        <message>
            <location filename="../../app/controllers/editing.py" />
            <source>Place {name}</source>
            <translation>放置 {name}</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/compare_tables.py" />
            <source>Points</source>
            <translation>点数</translation>
        </message>
        <message>
            <location filename="../../app/controllers/windows.py" />
            <source>Points that a person placed stay. Undo brings them back.</source>
            <translation>人放置的点保留。可以撤销恢复。</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/export_dialog.py" />
            <source>Positions, visibility, scores, boxes and image states are kept; the undo history is not.</source>
            <translation>保留位置、可见性、得分、边框和图像状态；不保留撤销历史。</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Pre-label &amp;all images</source>
            <translation>预标注所有图像(&amp;A)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Pre-label the &amp;whole project</source>
            <translation>预标注整个项目(&amp;W)</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/controllers/display.py" />
            <source>Pre-label {n:,} images</source>
            <extracomment>One: Pre-label {n:,} image</extracomment>
            <translation>
                <numerusform>预标注 {n:,} 张图像</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/controllers/batches.py" />
            <source>Pre-label {n:,} instances</source>
            <extracomment>One: Pre-label {n} instance</extracomment>
            <translation>
                <numerusform>预标注 {n:,} 个实例</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/controllers/display.py" />
            <source>Pre-label {n:,} selected images</source>
            <extracomment>One: Pre-label {n} selected image</extracomment>
            <translation>
                <numerusform>预标注 {n:,} 张选中的图像</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/controllers/prelabel.py" />
            <source>Pre-label {name}</source>
            <translation>预标注 {name}</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/controllers/batches.py" />
            <source>Pre-labelled {n:,} instances.</source>
            <extracomment>One: Pre-labelled {n} instance.</extracomment>
            <translation>
                <numerusform>已预标注 {n:,} 个实例。</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/dialogs/failures_dialog.py" />
            <source>Pre-labelling</source>
            <translation>预标注</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/controllers/batches.py" />
            <source>Pre-labelling was interrupted: {n:,} objects are left.</source>
            <extracomment>One: Pre-labelling was interrupted: {n} object is left.</extracomment>
            <translation>
                <numerusform>预标注被中断：还剩 {n:,} 个对象。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/controllers/batches.py" />
            <source>Pre-labelling {n:,} images</source>
            <extracomment>One: Pre-labelling {n} image</extracomment>
            <translation>
                <numerusform>正在预标注 {n:,} 张图像</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/controllers/prelabel.py" />
            <source>Pre-labelling {name}</source>
            <translation>正在预标注 {name}</translation>
        </message>
        <message>
            <location filename="../../app/controllers/display.py" />
            <source>Pre-labelling…</source>
            <translation>正在预标注…</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/models_dialog.py" />
            <source>Precision</source>
            <translation>精度</translation>
        </message>
        <message>
            <location filename="../../app/project/store_editing.py" />
            <source>Predict</source>
            <translation>预测</translation>
        </message>
        <message>
            <location filename="../../app/theme.py" />
            <source>Predicted</source>
            <translation>已预测</translation>
        </message>
        <message>
            <location filename="../../app/controllers/display.py" />
            <source>Press to choose another model.</source>
            <translation>点击可选择其他模型。</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Previous keypoint</source>
            <translation>上一个关键点</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Previous unre&amp;viewed image</source>
            <translation>上一张未审核图像(&amp;V)</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/models_dialog.py" />
            <source>Processor (CPU)</source>
            <translation>处理器 (CPU)</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/models_dialog.py" />
            <location filename="../../app/panels/status_line.py" />
            <source>Progress</source>
            <translation>进度</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>Progress of the training</source>
            <translation>训练进度</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/backups_dialog.py" />
            <source>Project</source>
            <translation>项目</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/models_dialog.py" />
            <source>Projects and labels stay as they are.</source>
            <translation>项目和标注保持不变。</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/settings_dialog.py" />
            <location filename="../../app/panels/keypoint_table.py" />
            <location filename="../../app/panels/prompt_panel.py" />
            <source>Prompt</source>
            <translation>提示</translation>
        </message>
        <message>
            <location filename="../../app/controllers/prompt_files.py" />
            <source>Prompts (*.json)</source>
            <translation>提示 (*.json)</translation>
        </message>
        <message>
            <location filename="../../app/controllers/prompt_files.py" />
            <source>Prompts (*{suffix})</source>
            <translation>提示 (*{suffix})</translation>
        </message>
        <message>
            <location filename="../../app/training/data.py" />
            <source>Put it back (or connect the disk that it is on), or remove it from the project.</source>
            <translation>请将其放回（或连接其所在磁盘），或从项目中移除。</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Put the bo&amp;x around the points</source>
            <translation>让边框包围各点(&amp;X)</translation>
        </message>
        <message>
            <location filename="../../app/controllers/editing.py" />
            <source>Put the box around the points</source>
            <translation>让边框包围各点</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/report_dialog.py" />
            <source>Put this into a report about a problem. Your home folder is written as ~; look through it before you send it.</source>
            <translation>请将其放入问题报告。您的主文件夹写作 ~；发送前请检查一遍。</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Re&amp;ject the image</source>
            <translation>拒绝图像(&amp;J)</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/controllers/chosen_images.py" />
            <source>Re&amp;ject {n:,} images</source>
            <extracomment>One: Re&amp;ject {n} image</extracomment>
            <translation>
                <numerusform>拒绝 {n:,} 张图像(&amp;J)</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/dialogs/models_dialog.py" />
            <source>Read every file and check that it is whole</source>
            <translation>读取每个文件并检查是否完整</translation>
        </message>
        <message>
            <location filename="../../app/project/store.py" />
            <source>Read its size again.</source>
            <translation>请重新读取其大小。</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/backups_dialog.py" />
            <source>Reading the backups…</source>
            <translation>正在读取备份…</translation>
        </message>
        <message>
            <location filename="../../app/controllers/transfer.py" />
            <source>Reading {name}</source>
            <translation>正在读取 {name}</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_parts.py" />
            <source>Ready-made</source>
            <translation>现成类别</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_parts.py" />
            <source>Ready-made categories</source>
            <translation>现成的类别</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/failures_dialog.py" />
            <source>Reason</source>
            <translation>原因</translation>
        </message>
        <message>
            <location filename="../../app/panels/welcome.py" />
            <source>Recent projects</source>
            <translation>最近的项目</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_parts.py" />
            <source>Red orange</source>
            <translation>橙红色</translation>
        </message>
        <message>
            <location filename="../../app/controllers/prelabel.py" />
            <source>Refresh {name}</source>
            <translation>更新 {name}</translation>
        </message>
        <message>
            <location filename="../../app/theme.py" />
            <source>Rejected</source>
            <translation>已拒绝</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/model_list.py" />
            <source>Released, not here yet</source>
            <translation>已发布，尚未下载</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/models_dialog.py" />
            <source>Remove a model</source>
            <translation>移除模型</translation>
        </message>
        <message>
            <location filename="../../app/project/store_editing.py" />
            <source>Remove from prompt</source>
            <translation>移出提示</translation>
        </message>
        <message>
            <location filename="../../app/controllers/chosen_images.py" />
            <source>Remove from the project</source>
            <translation>从项目中移除</translation>
        </message>
        <message>
            <location filename="../../app/controllers/navigation.py" />
            <source>Remove it</source>
            <translation>移除</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Remove the i&amp;mage from the project</source>
            <translation>从项目中移除图像(&amp;M)</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_dialog.py" />
            <source>Remove the keypoint (Delete)</source>
            <translation>移除关键点 (Delete)</translation>
        </message>
        <message>
            <location filename="../../app/controllers/editing.py" />
            <source>Remove the point</source>
            <translation>移除该点</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/models_dialog.py" />
            <source>Remove what has come…</source>
            <translation>移除已下载部分…</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/controllers/chosen_images.py" />
            <source>Remove {n:,} i&amp;mages from the project</source>
            <extracomment>One: Remove {n} i&amp;mage from the project</extracomment>
            <translation>
                <numerusform>从项目中移除 {n:,} 张图像(&amp;M)</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/controllers/chosen_images.py" />
            <location filename="../../app/project/store_editing.py" />
            <source>Remove {n:,} images</source>
            <extracomment>One: Remove image</extracomment>
            <translation>
                <numerusform>移除 {n:,} 张图像</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/controllers/editing.py" />
            <source>Remove {name}</source>
            <translation>移除 {name}</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/models_dialog.py" />
            <source>Remove…</source>
            <translation>移除…</translation>
        </message>
        <message>
            <location filename="../../app/model_service.py" />
            <source>Removing {title}</source>
            <translation>正在移除 {title}</translation>
        </message>
        <message>
            <location filename="../../app/theme.py" />
            <source>Reviewed</source>
            <translation>已审核</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/backups_dialog.py" />
            <source>Reviewed images</source>
            <translation>已审核图像</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>Reviewed images only</source>
            <translation>仅已审核的图像</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>Reviewed images, and points that people placed</source>
            <translation>已审核的图像和人放置的点</translation>
        </message>
        <message>
            <location filename="../../app/engine_service.py" />
            <source>Run `gkdt doctor` in a terminal; it says what is missing.</source>
            <translation>请在终端运行 `gkdt doctor`；它会说明缺少什么。</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_list.py" />
            <source>Running</source>
            <translation>进行中</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/models_dialog.py" />
            <source>Runs on</source>
            <translation>运行于</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>S&amp;plit</source>
            <translation>划分(&amp;P)</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>SLEAP</source>
            <translation>SLEAP</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Save &amp;as…</source>
            <translation>另存为(&amp;A)…</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Save &amp;now</source>
            <translation>立即保存(&amp;N)</translation>
        </message>
        <message>
            <location filename="../../app/project/store_history.py" />
            <source>Save a copy in a folder of yours, and go on in that.</source>
            <translation>请在您自己的文件夹中保存副本，并在其中继续。</translation>
        </message>
        <message>
            <location filename="../../app/controllers/safekeeping.py" />
            <source>Save a copy of the project</source>
            <translation>保存项目副本</translation>
        </message>
        <message>
            <location filename="../../app/controllers/safekeeping.py" />
            <source>Save a copy…</source>
            <translation>保存副本…</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/compare_dialog.py" />
            <source>Save all points</source>
            <translation>保存所有点</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/compare_dialog.py" />
            <source>Save all points…</source>
            <translation>保存所有点…</translation>
        </message>
        <message>
            <location filename="../../app/controllers/safekeeping.py" />
            <source>Save the project as</source>
            <translation>项目另存为</translation>
        </message>
        <message>
            <location filename="../../app/controllers/prompt_files.py" />
            <source>Save the prompt</source>
            <translation>保存提示</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/compare_dialog.py" />
            <source>Save the table</source>
            <translation>保存表格</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/compare_dialog.py" />
            <source>Save the table…</source>
            <translation>保存表格…</translation>
        </message>
        <message>
            <location filename="../../app/panels/status_line.py" />
            <source>Saved</source>
            <translation>已保存</translation>
        </message>
        <message>
            <location filename="../../app/controllers/prompt_files.py" />
            <source>Saved the prompt as {name}.</source>
            <translation>提示已保存为 {name}。</translation>
        </message>
        <message>
            <location filename="../../app/panels/status_line.py" />
            <source>Saved {ago}</source>
            <translation>{ago}已保存</translation>
        </message>
        <message>
            <location filename="../../app/controllers/prompt_files.py" />
            <source>Saving the prompt</source>
            <translation>正在保存提示</translation>
        </message>
        <message>
            <location filename="../../app/panels/side_panel.py" />
            <source>Say what to label: an object and its keypoints.</source>
            <translation>说明要标注什么：一个对象及其关键点。</translation>
        </message>
        <message>
            <location filename="../../app/panels/keypoint_table.py" />
            <source>Score</source>
            <translation>得分</translation>
        </message>
        <message>
            <location filename="../../app/panels/checks_panel.py" />
            <source>Score {score:.2f}: {name}</source>
            <translation>得分 {score:.2f}：{name}</translation>
        </message>
        <message>
            <location filename="../../app/model_service.py" />
            <source>Scores</source>
            <translation>得分</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Se&amp;ttings…</source>
            <translation>设置(&amp;T)…</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/keys_dialog.py" />
            <source>Search actions and keys</source>
            <translation>搜索操作和快捷键</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/keys_dialog.py" />
            <source>Search an action or a key, for example “next” or “Ctrl+R”</source>
            <translation>搜索操作或快捷键，例如“下一”或“Ctrl+R”</translation>
        </message>
        <message>
            <location filename="../../app/panels/media_panel.py" />
            <source>Search images by name</source>
            <translation>按名称搜索图像</translation>
        </message>
        <message>
            <location filename="../../app/panels/media_panel.py" />
            <source>Search names</source>
            <translation>搜索名称</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_parts.py" />
            <source>Search ready-made categories</source>
            <translation>搜索现成的类别</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/compare_dialog.py" />
            <source>Second</source>
            <translation>第二个</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Select keypoint 1</source>
            <translation>选择关键点 1</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Select keypoint 2</source>
            <translation>选择关键点 2</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Select keypoint 3</source>
            <translation>选择关键点 3</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Select keypoint 4</source>
            <translation>选择关键点 4</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Select keypoint 5</source>
            <translation>选择关键点 5</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Select keypoint 6</source>
            <translation>选择关键点 6</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Select keypoint 7</source>
            <translation>选择关键点 7</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Select keypoint 8</source>
            <translation>选择关键点 8</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Select keypoint 9</source>
            <translation>选择关键点 9</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>Setting</source>
            <translation>设置项</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/settings_dialog.py" />
            <source>Settings</source>
            <translation>设置</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/model_steps.py" />
            <source>Several GB</source>
            <translation>数 GB</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_dialog.py" />
            <source>Several names can be pasted at once: one a line, or between commas</source>
            <translation>可一次粘贴多个名称：每行一个，或用逗号分隔</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/compare_tables.py" />
            <source>Share of the points that are at most 10 % of the longer side apart, %</source>
            <translation>相距不超过较长边 10 % 的点所占比例，%</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/compare_tables.py" />
            <source>Share of the points that are at most 2 % of the longer side apart, %</source>
            <translation>相距不超过较长边 2 % 的点所占比例，%</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/compare_tables.py" />
            <source>Share of the points that are at most 5 % of the longer side apart, %</source>
            <translation>相距不超过较长边 5 % 的点所占比例，%</translation>
        </message>
        <message>
            <location filename="../../app/panels/keypoint_table.py" />
            <source>Shots</source>
            <translation>样例</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Show &amp;all keypoints</source>
            <translation>显示所有关键点(&amp;A)</translation>
        </message>
        <message>
            <location filename="../../app/panels/media_panel.py" />
            <source>Show all images</source>
            <translation>显示所有图像</translation>
        </message>
        <message>
            <location filename="../../app/panels/checks_panel.py" />
            <source>Show ignored</source>
            <translation>显示已忽略的</translation>
        </message>
        <message>
            <location filename="../../app/panels/media_panel.py" />
            <source>Show images by state</source>
            <translation>按状态显示图像</translation>
        </message>
        <message>
            <location filename="../../app/controllers/windows.py" />
            <source>Show it</source>
            <translation>显示</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Show keypoint &amp;names</source>
            <translation>显示关键点名称(&amp;N)</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/settings_dialog.py" />
            <source>Show keypoint names on the picture</source>
            <translation>在图像上显示关键点名称</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Show the &amp;boxes</source>
            <translation>显示边框(&amp;B)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Show the &amp;checks</source>
            <translation>显示检查(&amp;C)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Show the &amp;heatmap of the keypoint</source>
            <translation>显示该关键点的热图(&amp;H)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Show the &amp;log file</source>
            <translation>显示日志文件(&amp;L)</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/backups_dialog.py" />
            <source>Show the folder</source>
            <translation>显示文件夹</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/settings_dialog.py" />
            <source>Show the model's answer while I click</source>
            <translation>点击时显示模型的回答</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Show the picture as it is</source>
            <translation>按原样显示图像</translation>
        </message>
        <message>
            <location filename="../../app/panels/adjust_bar.py" />
            <source>Show the picture as it is (Ctrl+Shift+J)</source>
            <translation>按原样显示图像 (Ctrl+Shift+J)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Show the s&amp;keleton</source>
            <translation>显示骨架(&amp;K)</translation>
        </message>
        <message>
            <location filename="../../app/controllers/batches.py" />
            <location filename="../../app/controllers/transfer.py" />
            <source>Show them</source>
            <translation>显示它们</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Show what &amp;failed…</source>
            <translation>显示失败项(&amp;F)…</translation>
        </message>
        <message>
            <location filename="../../app/panels/prompt_panel.py" />
            <source>Show {name}</source>
            <translation>显示 {name}</translation>
        </message>
        <message>
            <location filename="../../app/panels/keypoint_table.py" />
            <source>Shown on the picture or hidden; click to change (Shift+H)</source>
            <translation>在图像上显示或隐藏；点击切换 (Shift+H)</translation>
        </message>
        <message>
            <location filename="../../app/panels/keypoint_table.py" />
            <source>Shown; click to hide it</source>
            <translation>已显示；点击隐藏</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/backups_dialog.py" />
            <source>Size</source>
            <translation>大小</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_dialog.py" />
            <location filename="../../app/dialogs/skeleton_preview.py" />
            <source>Skeleton</source>
            <translation>骨架</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_parts.py" />
            <source>Sky blue</source>
            <translation>天蓝色</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/controllers/chosen_images.py" />
            <source>Somebody has labelled or accepted {n:,} of them. Their labels go too; the files stay on the disk. {key} brings all of it back.</source>
            <extracomment>One: Somebody has labelled or accepted {n:,} of them. Its labels go too; its file stays on the disk. {key} brings both back.</extracomment>
            <translation>
                <numerusform>其中 {n:,} 张已有人标注或接受。其标注也会移除；文件仍留在磁盘上。按 {key} 可全部恢复。</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/logs.py" />
            <source>Something went wrong inside the program ({kind}).</source>
            <translation>程序内部出错（{kind}）。</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/keys_dialog.py" />
            <source>Standard key</source>
            <translation>默认快捷键</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>Start training</source>
            <translation>开始训练</translation>
        </message>
        <message>
            <location filename="../../app/panels/media_model.py" />
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <location filename="../../app/panels/curves.py" />
            <location filename="../../app/training/runs.py" />
            <source>Step {step:,}</source>
            <translation>第 {step:,} 步</translation>
        </message>
        <message>
            <location filename="../../app/training/runs.py" />
            <source>Step {step:,} of {steps:,}</source>
            <translation>第 {step:,} 步，共 {steps:,} 步</translation>
        </message>
        <message>
            <location filename="../../app/controllers/training.py" />
            <source>Stop the training first.</source>
            <translation>请先停止训练。</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>Stop training</source>
            <translation>停止训练</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_list.py" />
            <source>Stopped</source>
            <translation>已停止</translation>
        </message>
        <message>
            <location filename="../../app/training/runs.py" />
            <source>Stopped before a model was saved.</source>
            <translation>在保存模型之前已停止。</translation>
        </message>
        <message>
            <location filename="../../app/training/runs.py" />
            <source>Stopped. A model had been saved before, which you can use.</source>
            <translation>已停止。之前已保存一个可用的模型。</translation>
        </message>
        <message>
            <location filename="../../app/training/runs.py" />
            <source>Stopped. Nothing was better yet than the starting model (step 0), which is what was saved.</source>
            <translation>已停止。尚无优于起始模型（第 0 步）的结果，保存的即起始模型。</translation>
        </message>
        <message>
            <location filename="../../app/training/runs.py" />
            <source>Stopped. The best model so far was saved at step {step:,}; you can use it.</source>
            <translation>已停止。目前最好的模型保存于第 {step:,} 步，可以使用。</translation>
        </message>
        <message>
            <location filename="../../app/controllers/batches.py" />
            <source>Stopped: the points placed so far stay.</source>
            <translation>已停止：到目前为止放置的点保留。</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_list.py" />
            <source>Stopping</source>
            <translation>正在停止</translation>
        </message>
        <message>
            <location filename="../../app/training/runs.py" />
            <source>Stopping: a checkpoint is written…</source>
            <translation>正在停止：正在写入检查点…</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/model_steps.py" />
            <source>Store its numbers as</source>
            <translation>数值存储为</translation>
        </message>
        <message>
            <location filename="../../app/controllers/editing.py" />
            <source>Swap left and right</source>
            <translation>交换左右</translation>
        </message>
        <message>
            <location filename="../../app/panels/checks_panel.py" />
            <source>Swapped sides</source>
            <translation>左右弄反</translation>
        </message>
        <message>
            <location filename="../../app/panels/checks_panel.py" />
            <source>Swapped: {names}</source>
            <translation>弄反：{names}</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>System &amp;report…</source>
            <translation>系统报告(&amp;R)…</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/report_dialog.py" />
            <source>System report</source>
            <translation>系统报告</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/keys_dialog.py" />
            <source>Take it from there</source>
            <translation>从那里取走</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/models_dialog.py" />
            <source>Take off the list</source>
            <translation>从列表中移除</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_dialog.py" />
            <source>Take the category from a JSON file</source>
            <translation>从 JSON 文件读取类别</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Take the image back into &amp;work</source>
            <translation>将图像放回处理中(&amp;W)</translation>
        </message>
        <message>
            <location filename="../../app/project/store_steps.py" />
            <source>Take the instance again from the project after changing its category.</source>
            <translation>更改类别后，请重新从项目中取出该实例。</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/keys_dialog.py" />
            <source>Take the key away</source>
            <translation>去掉快捷键</translation>
        </message>
        <message>
            <location filename="../../app/controllers/projects.py" />
            <source>Take them in again</source>
            <translation>重新加入</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/controllers/chosen_images.py" />
            <source>Take {n:,} images back into &amp;work</source>
            <extracomment>One: Take {n} image back into &amp;work</extracomment>
            <translation>
                <numerusform>将 {n:,} 张图像放回处理中(&amp;W)</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/panels/checks_panel.py" />
            <source>Tell {n:,} findings again</source>
            <extracomment>One: Tell this finding again</extracomment>
            <translation>
                <numerusform>重新提示 {n:,} 项发现</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/dialogs/backups_dialog.py" />
            <source>The backups are in {folder}.</source>
            <translation>备份位于 {folder}。</translation>
        </message>
        <message>
            <location filename="../../app/controllers/project_settings.py" />
            <source>The bundled model is used instead; the project keeps naming its own. Bring that in, or put it beside the project, and it is used again.</source>
            <translation>改用内置模型；项目仍记录其自己的模型。将该模型导入或放在项目旁边，即可重新使用。</translation>
        </message>
        <message>
            <location filename="../../app/controllers/batches.py" />
            <source>The category of this batch is no longer in the project.</source>
            <translation>此批次的类别已不在项目中。</translation>
        </message>
        <message>
            <location filename="../../app/training/data.py" />
            <source>The dataset to train on cannot be written to "{folder}": {strerror}.</source>
            <translation>无法将训练数据集写入“{folder}”：{strerror}。</translation>
        </message>
        <message>
            <location filename="../../app/engine_service.py" />
            <source>The deep learning library cannot be loaded: {error}</source>
            <translation>无法加载深度学习库：{error}</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/models_dialog.py" />
            <source>The fastest that this computer does well; full precision where half is not faster.</source>
            <translation>此计算机能良好运行的最快精度；若半精度不更快则用全精度。</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/model_steps.py" />
            <source>The file itself is left as it is. Its authors' licence holds for the converted model too.</source>
            <translation>文件本身保持不变。其作者的许可证同样适用于转换后的模型。</translation>
        </message>
        <message>
            <location filename="../../app/controllers/chosen_images.py" />
            <source>The files stay where they are. {key} takes it back.</source>
            <translation>文件仍在原处。按 {key} 可撤销。</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/settings_dialog.py" />
            <source>The first image I label becomes the prompt</source>
            <translation>我标注的第一张图像成为提示</translation>
        </message>
        <message>
            <location filename="../../app/controllers/chosen_images.py" />
            <source>The folder cannot be shown.</source>
            <translation>无法显示该文件夹。</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/export_dialog.py" />
            <source>The folder cannot be used: {reason}.</source>
            <translation>无法使用该文件夹：{reason}。</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>The heads and the upper part of the image encoder</source>
            <translation>头部和图像编码器的上部</translation>
        </message>
        <message>
            <location filename="../../app/training/data.py" />
            <source>The image "{source}" cannot be copied to "{parent}": {strerror}.</source>
            <translation>无法将图像“{source}”复制到“{parent}”：{strerror}。</translation>
        </message>
        <message>
            <location filename="../../app/controllers/chosen_images.py" />
            <source>The image is {path}.</source>
            <translation>图像位于 {path}。</translation>
        </message>
        <message>
            <location filename="../../app/project/store_steps.py" />
            <source>The keypoints of this instance ({len}, "{name}") are not those of the project's category "{name2}" ({len2}).</source>
            <translation>此实例的关键点（{len} 个，“{name}”）与项目类别“{name2}”（{len2} 个）的不同。</translation>
        </message>
        <message>
            <location filename="../../app/training/data.py" />
            <source>The labelled image "{source}" is not there any more.</source>
            <translation>已标注的图像“{source}”已不存在。</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/dialogs/category_dialog.py" />
            <source>The line "{piece}" does not join two of the {n} keypoints.</source>
            <extracomment>One: The line "{piece}" does not join two of the {n} keypoint.</extracomment>
            <translation>
                <numerusform>连线“{piece}”没有连接 {n} 个关键点中的两个。</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/controllers/windows.py" />
            <source>The log is {path}.</source>
            <translation>日志是 {path}。</translation>
        </message>
        <message>
            <location filename="../../app/training/runs.py" />
            <source>The model is measured before it learns…</source>
            <translation>学习前正在测量模型…</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/controllers/batches.py" />
            <source>The model is still being loaded: {n:,} images wait for it.</source>
            <extracomment>One: The model is still being loaded: {n} image waits for it.</extracomment>
            <translation>
                <numerusform>模型仍在加载：{n:,} 张图像在等待。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/controllers/batches.py" />
            <source>The model is still being loaded: {n:,} objects wait for it.</source>
            <extracomment>One: The model is still being loaded: {n} object waits for it.</extracomment>
            <translation>
                <numerusform>模型仍在加载：{n:,} 个对象在等待。</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/controllers/prelabel.py" />
            <source>The model is still being loaded: {name} waits for it.</source>
            <translation>模型仍在加载：{name} 在等待。</translation>
        </message>
        <message>
            <location filename="../../app/controllers/waiting.py" />
            <source>The model is there: pre-labelling begins.</source>
            <translation>模型已就绪：开始预标注。</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>The model learns from points that people placed and from reviewed images. Some images are held back to check with. It runs as a program of its own: go on labelling, or close the window; it goes on, and you find it here again.</source>
            <translation>模型从人放置的点和已审核的图像中学习。部分图像留作检查。它作为独立程序运行：您可继续标注或关闭窗口；它会继续，并可在此再次找到。</translation>
        </message>
        <message>
            <location filename="../../app/panels/prompt_panel.py" />
            <source>The model looks for what the marked prompt images show.</source>
            <translation>模型寻找所标记提示图像显示的内容。</translation>
        </message>
        <message>
            <location filename="../../app/panels/prompt_panel.py" />
            <source>The model looks for what the prompt texts in the table say.</source>
            <translation>模型寻找表中提示文字所述的内容。</translation>
        </message>
        <message>
            <location filename="../../app/controllers/project_settings.py" />
            <source>The model “{name}” that this project works with is not on this computer.</source>
            <translation>此项目所用的模型“{name}”不在此计算机上。</translation>
        </message>
        <message>
            <location filename="../../app/panels/keypoint_table.py" />
            <source>The model's trust, 0 to 1; a point of a person has none</source>
            <translation>模型的信任度，0 到 1；人放置的点没有</translation>
        </message>
        <message>
            <location filename="../../app/panels/prompt_panel.py" />
            <source>The model; press to choose another</source>
            <translation>模型；点击选择其他</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/compare_dialog.py" />
            <source>The objects that differ most are here, once they are compared.</source>
            <translation>比较之后，差异最大的对象显示在此处。</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/compare_dialog.py" />
            <source>The picture {name} is not there.</source>
            <translation>图像 {name} 不存在。</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/backups_dialog.py" />
            <source>The project becomes what it was on {time}. What it is now is not lost: it is kept beside it, as a project under another name. What was done before cannot be undone afterwards.</source>
            <translation>项目将恢复到 {time} 的状态。现在的内容不会丢失：它会以另一个名称保存在旁边。之后无法撤销此前的操作。</translation>
        </message>
        <message>
            <location filename="../../app/project/store_steps.py" />
            <source>The project has a category "{name}" already.</source>
            <translation>项目已有类别“{name}”。</translation>
        </message>
        <message>
            <location filename="../../app/project/store_steps.py" />
            <source>The project has no category "{name}".</source>
            <translation>项目没有类别“{name}”。</translation>
        </message>
        <message>
            <location filename="../../app/controllers/safekeeping.py" />
            <source>The project is as it was on {time}.</source>
            <translation>项目已恢复到 {time} 的状态。</translation>
        </message>
        <message>
            <location filename="../../app/controllers/safekeeping.py" />
            <source>The project is now {target}.</source>
            <translation>项目现在是 {target}。</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>The project is open for reading only: “{action}” makes a copy to work on.</source>
            <translation>项目以只读方式打开：“{action}”会创建一个可供编辑的副本。</translation>
        </message>
        <message>
            <location filename="../../app/panels/checks_panel.py" />
            <source>The same {object} twice</source>
            <translation>同一“{object}”出现两次</translation>
        </message>
        <message>
            <location filename="../../app/controllers/sample.py" />
            <source>The sample is missing from this installation: "{folder}".</source>
            <translation>此安装中缺少示例：“{folder}”。</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/skeleton_preview.py" />
            <source>The skeleton is drawn here once there are keypoints.</source>
            <translation>有了关键点后，骨架会绘制在此处。</translation>
        </message>
        <message>
            <location filename="../../app/training/runs.py" />
            <source>The trainer could not be started: {error}.</source>
            <translation>无法启动训练程序：{error}。</translation>
        </message>
        <message>
            <location filename="../../app/controllers/windows.py" />
            <source>The training on {project} goes on.</source>
            <translation>{project} 的训练仍在进行。</translation>
        </message>
        <message>
            <location filename="../../app/controllers/windows.py" />
            <source>The training on {project} has ended.</source>
            <translation>{project} 的训练已结束。</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_dialog.py" />
            <source>The two selected keypoints are left and right of each other</source>
            <translation>选中的两个关键点互为左右</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/compare_dialog.py" />
            <source>The wheel zooms, dragging moves the picture, a double click shows the object.</source>
            <translation>滚轮缩放，拖动移动图像，双击显示对象。</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/settings_dialog.py" />
            <source>The window speaks it after the next start.</source>
            <translation>下次启动后窗口将使用此语言。</translation>
        </message>
        <message>
            <location filename="../../app/panels/keypoint_table.py" />
            <source>The words that tell the model what to look for; double-click to change</source>
            <translation>告诉模型找什么的文字；双击更改</translation>
        </message>
        <message>
            <location filename="../../app/training/data.py" />
            <source>The {found:,} images cannot be split by what they were taken from: there are {sources}.</source>
            <translation>{found:,} 张图像无法按来源划分：来源有 {sources} 个。</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/controllers/prompting.py" />
            <source>The {n:,} points that a person placed are in the prompt, not the model's own.</source>
            <extracomment>One: The {n} point that a person placed is in the prompt, not the model's own.</extracomment>
            <translation>
                <numerusform>提示只用人放置的 {n:,} 个点，不用模型自己的点。</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/dialogs/settings_dialog.py" />
            <source>Theme</source>
            <translation>主题</translation>
        </message>
        <message>
            <location filename="../../app/controllers/safekeeping.py" />
            <source>There are no backups yet.</source>
            <translation>还没有备份。</translation>
        </message>
        <message>
            <location filename="../../app/controllers/projects.py" />
            <source>There are no images in "{empty}".</source>
            <translation>“{empty}”中没有图像。</translation>
        </message>
        <message>
            <location filename="../../app/panels/media_panel.py" />
            <source>There are no images yet.</source>
            <translation>还没有图像。</translation>
        </message>
        <message>
            <location filename="../../app/controllers/windows.py" />
            <source>There are no unreviewed predictions.</source>
            <translation>没有未审核的预测。</translation>
        </message>
        <message>
            <location filename="../../app/model_service.py" />
            <source>There is a model called "{name}" already.</source>
            <translation>已有名为“{name}”的模型。</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/backups_dialog.py" />
            <source>There is no backup of this project yet. One is made after the first change, or now.</source>
            <translation>此项目还没有备份。首次更改后会自动备份，也可以现在备份。</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/import_dialog.py" />
            <source>There is no file {file}.</source>
            <translation>没有文件 {file}。</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/import_dialog.py" />
            <source>There is no folder {images}.</source>
            <translation>没有文件夹 {images}。</translation>
        </message>
        <message>
            <location filename="../../app/controllers/windows.py" />
            <source>There is no log yet.</source>
            <translation>还没有日志。</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/export_dialog.py" />
            <source>There is something in this folder already. Choose a new one.</source>
            <translation>此文件夹中已有内容。请选择新的文件夹。</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/settings_dialog.py" />
            <source>These, its model ({model}), how its pictures are shown and how it was exported last are kept in the project and go with it. All others are yours, on this computer.</source>
            <translation>这些设置、其模型（{model}）、图片的显示方式和上次的导出方式保存在项目中并随项目一起移动。其余设置属于您，保存在此计算机上。</translation>
        </message>
        <message>
            <location filename="../../app/controllers/safekeeping.py" />
            <source>They are made while you work on a project.</source>
            <translation>处理项目时会自动备份。</translation>
        </message>
        <message>
            <location filename="../../app/controllers/safekeeping.py" />
            <source>They may have been moved, or their drive is not connected. The labels are safe.</source>
            <translation>它们可能已被移动，或其驱动器未连接。标注是安全的。</translation>
        </message>
        <message>
            <location filename="../../app/controllers/projects.py" />
            <source>This folder cannot be written, so a copy of the project in it was made.</source>
            <translation>此文件夹不可写，因此已复制其中的项目。</translation>
        </message>
        <message>
            <location filename="../../app/controllers/projects.py" />
            <source>This folder cannot be written, so the project is kept elsewhere.</source>
            <translation>此文件夹不可写，因此项目保存在别处。</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/export_dialog.py" />
            <source>This format cannot tell them from a person's: there they count as placed by somebody.</source>
            <translation>此格式无法将它们与人工放置的点区分开：在其中它们算作人工放置。</translation>
        </message>
        <message>
            <location filename="../../app/controllers/prompting.py" />
            <source>This image has no points to use as a prompt.</source>
            <translation>此图像没有可用作提示的点。</translation>
        </message>
        <message>
            <location filename="../../app/controllers/navigation.py" />
            <source>This image is no longer in the project.</source>
            <translation>此图像已不在项目中。</translation>
        </message>
        <message>
            <location filename="../../app/controllers/prompting.py" />
            <source>This image is now the prompt.</source>
            <translation>此图像现在是提示。</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>This model is in use</source>
            <translation>此模型正在使用</translation>
        </message>
        <message>
            <location filename="../../app/controllers/navigation.py" />
            <source>This was the last image of the list.</source>
            <translation>这是列表中的最后一张图像。</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/compare_tables.py" />
            <source>Times that both sides placed it</source>
            <translation>双方都放置了该点的次数</translation>
        </message>
        <message>
            <location filename="../../app/engine_service.py" />
            <source>To use the card again, choose the device in Model &gt; Models or start the program again.</source>
            <translation>要重新使用显卡，请在“模型 &gt; 模型”中选择设备，或重新启动程序。</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/import_dialog.py" />
            <source>Told from the content</source>
            <translation>根据内容判断</translation>
        </message>
        <message>
            <location filename="../../app/panels/checks_panel.py" />
            <source>Too long ({times:.1f} ×): {names}</source>
            <translation>过长（{times:.1f} ×）：{names}</translation>
        </message>
        <message>
            <location filename="../../app/panels/checks_panel.py" />
            <source>Too short ({percent:.0f} %): {names}</source>
            <translation>过短（{percent:.0f} %）：{names}</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_dialog.py" />
            <source>Train on this project</source>
            <translation>用此项目训练</translation>
        </message>
        <message>
            <location filename="../../app/training/data.py" />
            <source>Training needs at least {fewest} labelled images, there are {found}.</source>
            <translation>训练至少需要 {fewest} 张已标注图像，现有 {found} 张。</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_list.py" />
            <source>Trainings</source>
            <translation>训练</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Try the &amp;sample</source>
            <translation>试用示例(&amp;S)</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/dialogs/failures_dialog.py" />
            <source>Try these {n:,} images again</source>
            <extracomment>One: Try this image again</extracomment>
            <translation>
                <numerusform>重试这 {n:,} 张图像</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/dialogs/settings_dialog.py" />
            <source>Twice as many images in the same memory. Heatmaps move by about a ten-thousandth; for images that are encoded from now on.</source>
            <translation>同样的内存可容纳两倍图像。热图变化约万分之一；适用于此后编码的图像。</translation>
        </message>
        <message>
            <location filename="../../app/panels/checks_panel.py" />
            <source>Two points in one place</source>
            <translation>两点重合</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_dialog.py" />
            <source>Type a name and press Enter</source>
            <translation>输入名称并按回车</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_dialog.py" />
            <source>Type the first keypoint's name below.</source>
            <translation>请在下方输入第一个关键点的名称。</translation>
        </message>
        <message>
            <location filename="../../app/controllers/history.py" />
            <source>Undone: {step}</source>
            <translation>已撤销：{step}</translation>
        </message>
        <message>
            <location filename="../../app/panels/checks_panel.py" />
            <source>Unlikely length</source>
            <translation>长度异常</translation>
        </message>
        <message>
            <location filename="../../app/controllers/detail.py" />
            <source>Unpacking {name} to show every pixel</source>
            <translation>正在解包 {name} 以显示每个像素</translation>
        </message>
        <message>
            <location filename="../../app/theme.py" />
            <source>Untouched</source>
            <translation>未处理</translation>
        </message>
        <message>
            <location filename="../../app/project/files.py" />
            <source>Update the program.</source>
            <translation>请更新程序。</translation>
        </message>
        <message>
            <location filename="../../app/panels/prompt_panel.py" />
            <source>Use &amp;names</source>
            <translation>使用名称(&amp;N)</translation>
        </message>
        <message>
            <location filename="../../app/engine_service.py" />
            <source>Use a smaller picture as the prompt, and turn off the second looks in the settings.</source>
            <translation>请使用较小的图像作为提示，并在设置中关闭第二次查看。</translation>
        </message>
        <message>
            <location filename="../../app/project/store_editing.py" />
            <source>Use as prompt</source>
            <translation>用作提示</translation>
        </message>
        <message>
            <location filename="../../app/panels/prompt_panel.py" />
            <source>Use clicked &amp;points</source>
            <translation>使用点击的点(&amp;P)</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/missing_dialog.py" />
            <source>Use the found files</source>
            <translation>使用找到的文件</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/dialogs/missing_dialog.py" />
            <source>Use the {n:,} found files</source>
            <extracomment>One: Use the found file</extracomment>
            <translation>
                <numerusform>使用找到的 {n:,} 个文件</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_dialog.py" />
            <source>Use this category</source>
            <translation>使用此类别</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/keys_dialog.py" />
            <source>Use this key</source>
            <translation>使用此快捷键</translation>
        </message>
        <message>
            <location filename="../../app/controllers/models.py" />
            <location filename="../../app/dialogs/models_dialog.py" />
            <location filename="../../app/dialogs/train_pages.py" />
            <source>Use this model</source>
            <translation>使用此模型</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>Value</source>
            <translation>值</translation>
        </message>
        <message>
            <location filename="../../app/panels/adjust_bar.py" />
            <source>Value shown black</source>
            <translation>显示为黑色的值</translation>
        </message>
        <message>
            <location filename="../../app/panels/adjust_bar.py" />
            <source>Value shown white</source>
            <translation>显示为白色的值</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/models_dialog.py" />
            <source>Verify</source>
            <translation>校验</translation>
        </message>
        <message>
            <location filename="../../app/model_service.py" />
            <source>Verifying {title}</source>
            <translation>正在校验 {title}</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_parts.py" />
            <source>Violet</source>
            <translation>紫色</translation>
        </message>
        <message>
            <location filename="../../app/panels/keypoint_table.py" />
            <source>Vis</source>
            <translation>可见</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/compare_tables.py" />
            <source>Visibility</source>
            <translation>可见性</translation>
        </message>
        <message>
            <location filename="../../app/controllers/editing.py" />
            <location filename="../../app/panels/keypoint_table.py" />
            <source>Visible</source>
            <translation>可见</translation>
        </message>
        <message>
            <location filename="../../app/panels/keypoint_table.py" />
            <source>Visible ●, occluded ◐, cannot be seen ✕; click to change</source>
            <translation>可见 ●，遮挡 ◐，看不见 ✕；点击切换</translation>
        </message>
        <message>
            <location filename="../../app/controllers/display.py" />
            <source>Waits for the model…</source>
            <translation>正在等待模型…</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/model_steps.py" />
            <source>What happens</source>
            <translation>将会发生什么</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>What it chose</source>
            <translation>它的选择</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/keys_dialog.py" />
            <source>What it does</source>
            <translation>作用</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>What it learnt since its last checkpoint is lost.</source>
            <translation>自最近检查点以来学到的内容将丢失。</translation>
        </message>
        <message>
            <location filename="../../app/controllers/safekeeping.py" />
            <source>What it was until now is kept in {name}, beside it.</source>
            <translation>之前的内容保存在旁边的 {name} 中。</translation>
        </message>
        <message>
            <location filename="../../app/panels/left_panel.py" />
            <source>What looks like a mistake</source>
            <translation>看起来有误的内容</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_dialog.py" />
            <source>What the object is called</source>
            <translation>对象叫什么</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>What the trainer chose</source>
            <translation>训练程序的选择</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/export_dialog.py" />
            <source>What this format cannot keep</source>
            <translation>此格式无法保留的内容</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>What to train</source>
            <translation>训练什么</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/import_dialog.py" />
            <source>What was left out</source>
            <translation>未包含的内容</translation>
        </message>
        <message>
            <location filename="../../app/model_service.py" />
            <source>Where</source>
            <translation>位置</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/import_dialog.py" />
            <source>Where the annotations say</source>
            <translation>标注中所说的位置</translation>
        </message>
        <message>
            <location filename="../../app/controllers/safekeeping.py" />
            <source>Where to look for the missing images</source>
            <translation>在哪里查找缺失的图像</translation>
        </message>
        <message>
            <location filename="../../app/controllers/safekeeping.py" />
            <source>Where to put the project made of the backup</source>
            <translation>由备份生成的项目放在哪里</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>Which images</source>
            <translation>哪些图像</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_parts.py" />
            <source>White</source>
            <translation>白色</translation>
        </message>
        <message>
            <location filename="../../app/panels/adjust_bar.py" />
            <source>White at</source>
            <translation>白点</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>Why</source>
            <translation>原因</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/export_dialog.py" />
            <source>With copies of the image files</source>
            <translation>附带图像文件副本</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/export_dialog.py" />
            <source>With the model's points that nobody has reviewed</source>
            <translation>包含无人审核的模型点</translation>
        </message>
        <message>
            <location filename="../../app/model_service.py" />
            <source>Without a network here: fetch the .best file on another computer from {page}, bring it over, and choose it with “Bring in a file…” in Model &gt; Models.</source>
            <translation>此处没有网络时：在另一台计算机上从 {page} 获取 .best 文件，拷贝过来，再通过“模型 &gt; 模型”中的“导入文件…”选择它。</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_dialog.py" />
            <source>Write two of their numbers with a dash, for example "1-2".</source>
            <translation>请用短横线写出其中两个编号，例如“1-2”。</translation>
        </message>
        <message>
            <location filename="../../app/controllers/training.py" />
            <source>Writing the labelled images as a dataset…</source>
            <translation>正在将已标注图像写成数据集…</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/compare_dialog.py" />
            <source>Written: {path}</source>
            <translation>已写入：{path}</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>YOLO-pose</source>
            <translation>YOLO-pose</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_parts.py" />
            <source>Yellow</source>
            <translation>黄色</translation>
        </message>
        <message>
            <location filename="../../app/panels/welcome.py" />
            <source>You can also drop a folder of images or a project on this window.</source>
            <translation>也可以将图像文件夹或项目拖放到此窗口。</translation>
        </message>
        <message>
            <location filename="../../app/controllers/safekeeping.py" />
            <source>You can look, compare and export. To work on it, save a copy in a folder of yours.</source>
            <translation>您可以查看、比较和导出。要进行编辑，请在您自己的文件夹中保存副本。</translation>
        </message>
        <message>
            <location filename="../../app/logs.py" />
            <source>Your edits are saved. Details are in {log_path}.</source>
            <translation>您的编辑已保存。详情见 {log_path}。</translation>
        </message>
        <message>
            <location filename="../../app/project/backups.py" />
            <source>Your work is saved in the project all the same. {hint}</source>
            <translation>您的工作仍已保存在项目中。{hint}</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Zoom &amp;in</source>
            <translation>放大(&amp;I)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Zoom &amp;out</source>
            <translation>缩小(&amp;O)</translation>
        </message>
        <message>
            <location filename="../../app/controllers/display.py" />
            <source>a TIFF packed like this cannot be read in parts</source>
            <translation>这样压缩的 TIFF 无法分块读取</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/import_dialog.py" />
            <source>a new project beside the file</source>
            <translation>文件旁的新项目</translation>
        </message>
        <message>
            <location filename="../../app/controllers/display.py" />
            <source>a progressive JPEG cannot be read in parts</source>
            <translation>渐进式 JPEG 无法分块读取</translation>
        </message>
        <message>
            <location filename="../../app/model_service.py" />
            <source>about {size}</source>
            <translation>约 {size}</translation>
        </message>
        <message>
            <location filename="../../app/controllers/display.py" />
            <source>an interlaced PNG cannot be read in parts</source>
            <translation>隔行扫描的 PNG 无法分块读取</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>are guessed again from the names</source>
            <translation>将由名称重新推测</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>are left out</source>
            <translation>不包含</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>are left out or cut off: Ultralytics drops images that have them</source>
            <translation>不包含或被裁剪：Ultralytics 会丢弃含有它们的图像</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>are left out where they have no box</source>
            <translation>没有边框的不包含</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>are lost</source>
            <translation>会丢失</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>are lost where a person placed or corrected a point of the instance</source>
            <translation>若有人放置或修正过该实例的点则会丢失</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>become 2 px wide or high where they are thinner</source>
            <translation>不足 2 像素宽或高的会变为 2 像素</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>become visible</source>
            <translation>变为可见</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>boxes that somebody drew</source>
            <translation>有人绘制的边框</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/missing_dialog.py" />
            <source>by content</source>
            <translation>按内容</translation>
        </message>
        <message>
            <location filename="../../app/controllers/checking.py" />
            <source>by hand {time} ({images})</source>
            <translation>手工 {time}（{images}）</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/missing_dialog.py" />
            <source>by name alone</source>
            <translation>仅按名称</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/missing_dialog.py" />
            <source>by name and size</source>
            <translation>按名称和大小</translation>
        </message>
        <message>
            <location filename="../../app/model_service.py" />
            <source>calibrated: the chance that a point is right</source>
            <translation>已校准：点正确的概率</translation>
        </message>
        <message>
            <location filename="../../app/model_service.py" />
            <source>came with the program</source>
            <translation>随程序附带</translation>
        </message>
        <message>
            <location filename="../../app/model_service.py" />
            <source>cannot be used</source>
            <translation>无法使用</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>count as a person's</source>
            <translation>视为人放置</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>count as a person's where a person placed a point of the instance</source>
            <translation>若有人放置过该实例的点则视为人放置</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>count as a person's where they have no score</source>
            <translation>没有得分的视为人放置</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>count as not labelled</source>
            <translation>视为未标注</translation>
        </message>
        <message>
            <location filename="../../app/controllers/display.py" />
            <source>doubtful: {reason}</source>
            <translation>存疑：{reason}</translation>
        </message>
        <message>
            <location filename="../../app/controllers/display.py" />
            <source>every pixel when zoomed in</source>
            <translation>放大后显示每个像素</translation>
        </message>
        <message>
            <location filename="../../app/controllers/display.py" />
            <source>far from its usual place</source>
            <translation>离通常位置太远</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>follow the first category that has them</source>
            <translation>按首个含有这些关键点的类别排列</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>further categories</source>
            <translation>其他类别</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>further fields (prompts, other programs' fields)</source>
            <translation>其他字段（提示、其他程序的字段）</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>get a number where only their endings differ</source>
            <translation>仅扩展名不同的会加上编号</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>get one folder below labeled-data</source>
            <translation>放入 labeled-data 下的一个文件夹</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>get the box around their points</source>
            <translation>采用包围其点的边框</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>groups of categories</source>
            <translation>类别分组</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_parts.py" />
            <source>horse, hand, car, face…</source>
            <translation>马、手、汽车、人脸…</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>image names with other folders</source>
            <translation>含其他文件夹的图像名称</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>image states</source>
            <translation>图像状态</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>images with several instances</source>
            <translation>含多个实例的图像</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>images without instances</source>
            <translation>没有实例的图像</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>instances without a drawn box</source>
            <translation>没有绘制边框的实例</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>instances without a labelled point</source>
            <translation>没有已标注点的实例</translation>
        </message>
        <message>
            <location filename="../../app/panels/status_line.py" />
            <source>just now</source>
            <translation>刚刚</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>keypoints that are labelled nowhere</source>
            <translation>未在任何地方标注的关键点</translation>
        </message>
        <message>
            <location filename="../../app/controllers/display.py" />
            <source>left and right may be exchanged</source>
            <translation>左右可能弄反</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>left-right pairs that the names do not tell</source>
            <translation>名称未体现的左右对</translation>
        </message>
        <message>
            <location filename="../../app/panels/checks_panel.py" />
            <source>looking…</source>
            <translation>正在查找…</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>lose "/", ":" and spaces around them, and get a number where two are the same</source>
            <translation>去掉“/”、“:”和首尾空格，重复的会加上编号</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>lose folders called "images", and get a number where only their endings differ</source>
            <translation>去掉名为“images”的文件夹，仅扩展名不同的会加上编号</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>lose spaces around them, and get a number where two are the same</source>
            <translation>去掉首尾空格，重复的会加上编号</translation>
        </message>
        <message>
            <location filename="../../app/training/runs.py" />
            <source>loss {loss:.3f}</source>
            <translation>损失 {loss:.3f}</translation>
        </message>
        <message>
            <location filename="../../app/controllers/display.py" />
            <source>low score</source>
            <translation>得分低</translation>
        </message>
        <message>
            <location filename="../../app/panels/media_model.py" />
            <source>lowest score {score:.2f}</source>
            <translation>最低得分 {score:.2f}</translation>
        </message>
        <message>
            <location filename="../../app/model_service.py" />
            <source>making a model folder of it</source>
            <translation>正在做成模型文件夹</translation>
        </message>
        <message>
            <location filename="../../app/controllers/display.py" />
            <source>names and clicks see it in different places</source>
            <translation>名称与点击看到的位置不同</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>names of categories</source>
            <translation>类别名称</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/keys_dialog.py" />
            <source>no key</source>
            <translation>无快捷键</translation>
        </message>
        <message>
            <location filename="../../app/model_service.py" />
            <source>not calibrated: the height of the heatmap</source>
            <translation>未校准：热图的高度</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>occluded points</source>
            <translation>被遮挡的点</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/compare_tables.py" />
            <source>only in {file}</source>
            <translation>仅在 {file} 中</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>orders of keypoints that contradict another category's</source>
            <translation>与其他类别矛盾的关键点顺序</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_dialog.py" />
            <source>point</source>
            <translation>点</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>points and boxes outside the image</source>
            <translation>图像外的点和边框</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>points that a person marked as not to be seen</source>
            <translation>被人标为看不见的点</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>points that the model placed or that were carried over</source>
            <translation>由模型放置或沿用的点</translation>
        </message>
        <message>
            <location filename="../../app/controllers/display.py" />
            <source>predicted with an older prompt, {key} refreshes</source>
            <translation>由旧提示预测，按 {key} 更新</translation>
        </message>
        <message>
            <location filename="../../app/panels/instance_list.py" />
            <source>prompt</source>
            <translation>提示</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/compare_tables.py" />
            <source>px</source>
            <translation>像素</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>raw heatmap values of points</source>
            <translation>点的原始热图值</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>records without keypoints</source>
            <translation>没有关键点的记录</translation>
        </message>
        <message>
            <location filename="../../app/panels/keypoint_table.py" />
            <source>same</source>
            <translation>相同</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>scores of points</source>
            <translation>点的得分</translation>
        </message>
        <message>
            <location filename="../../app/model_service.py" />
            <source>several GB</source>
            <translation>数 GB</translation>
        </message>
        <message>
            <location filename="../../app/controllers/display.py" />
            <source>shown at 1/{shrink}</source>
            <translation>以 1/{shrink} 显示</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>skeleton lines</source>
            <translation>骨架连线</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>the bundled model</source>
            <translation>内置模型</translation>
        </message>
        <message>
            <location filename="../../app/controllers/display.py" />
            <source>the lowest score that is left</source>
            <translation>剩余的最低得分</translation>
        </message>
        <message>
            <location filename="../../app/model_service.py" />
            <source>the model does not say</source>
            <translation>模型未说明</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/import_dialog.py" />
            <source>the open project, as one undo step</source>
            <translation>当前项目，可一步撤销</translation>
        </message>
        <message>
            <location filename="../../app/controllers/display.py" />
            <source>this format cannot be read in parts</source>
            <translation>此格式无法分块读取</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/models_dialog.py" />
            <source>what is there</source>
            <translation>现有部分</translation>
        </message>
        <message>
            <location filename="../../app/controllers/checking.py" />
            <source>with the model {time} ({images})</source>
            <translation>借助模型 {time}（{images}）</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/compare_tables.py" />
            <source>{category} (all)</source>
            <translation>{category}（全部）</translation>
        </message>
        <message>
            <location filename="../../app/model_service.py" />
            <source>{count} parts of the file are unknown and were left out: {names}.</source>
            <translation>文件中有 {count} 个未知部分，未包含：{names}。</translation>
        </message>
        <message>
            <location filename="../../app/model_service.py" />
            <source>{count} unknown parts of the file: {names}</source>
            <translation>文件中有 {count} 个未知部分：{names}</translation>
        </message>
        <message>
            <location filename="../../app/controllers/display.py" />
            <source>{done:,} done</source>
            <translation>已完成 {done:,}</translation>
        </message>
        <message>
            <location filename="../../app/controllers/display.py" />
            <source>{done:,} of {total:,} done</source>
            <translation>已完成 {done:,}/{total:,}</translation>
        </message>
        <message>
            <location filename="../../app/model_service.py" />
            <source>{done} of {total}</source>
            <translation>{done}/{total}</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>{format} needs packages that are not installed. Install them with `pip install '.[{extra}]'` in the program's folder, then start it again.</source>
            <translation>{format} 需要尚未安装的软件包。请在程序文件夹中运行 `pip install '.[{extra}]'` 安装，然后重新启动。</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>{format} needs packages that this build of the program is without. Choose another format, or a build that has them.</source>
            <translation>{format} 需要的软件包不包含在这个构建的程序中。请选择其他格式,或使用包含它们的构建。</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>{held} of {sources} videos or folders are held back as a whole.</source>
            <translation>{sources} 个视频或文件夹中有 {held} 个整体留出。</translation>
        </message>
        <message>
            <location filename="../../app/panels/status_line.py" />
            <source>{hours:.0f} h ago</source>
            <translation>{hours:.0f} 小时前</translation>
        </message>
        <message>
            <location filename="../../app/panels/status_line.py" />
            <source>{hours:.1f} h left</source>
            <translation>剩余 {hours:.1f} 小时</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>{images} ({objects})</source>
            <translation>{images}（{objects}）</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/compare_dialog.py" />
            <source>{images}, {objects}.</source>
            <translation>{images}，{objects}。</translation>
        </message>
        <message>
            <location filename="../../app/model_service.py" />
            <source>{input_size} px, heatmaps of {heatmap_size} cells</source>
            <translation>{input_size} 像素，热图 {heatmap_size} 个单元格</translation>
        </message>
        <message>
            <location filename="../../app/training/runs.py" />
            <source>{join} The table compares the images held back, before and after.</source>
            <translation>{join} 表格比较留出图像在训练前后的结果。</translation>
        </message>
        <message>
            <location filename="../../app/controllers/navigation.py" />
            <source>{key} exports the project.</source>
            <translation>按 {key} 导出项目。</translation>
        </message>
        <message>
            <location filename="../../app/controllers/batches.py" />
            <source>{key} goes to the most doubtful.</source>
            <translation>按 {key} 转到最存疑的图像。</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/keys_dialog.py" />
            <source>{key} is claimed twice: it works for “{kept}”, not for “{lost}”.</source>
            <translation>{key} 被占用两次：对“{kept}”有效，对“{lost}”无效。</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/keys_dialog.py" />
            <source>{key} is the key of “{action}”, which would lose it.</source>
            <translation>{key} 是“{action}”的快捷键，它将失去该键。</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/keys_dialog.py" />
            <source>{key} opens the menu “{menu}”.</source>
            <translation>{key} 用于打开菜单“{menu}”。</translation>
        </message>
        <message>
            <location filename="../../app/controllers/editing.py" />
            <source>{key} pastes it.</source>
            <translation>按 {key} 粘贴。</translation>
        </message>
        <message>
            <location filename="../../app/controllers/display.py" />
            <source>{key} places the faint points</source>
            <translation>{key} 放置浅色的点</translation>
        </message>
        <message>
            <location filename="../../app/controllers/chosen_images.py" />
            <source>{key} takes it back.</source>
            <translation>按 {key} 可撤销。</translation>
        </message>
        <message>
            <location filename="../../app/panels/media_panel.py" />
            <source>{listed:,} of {images}</source>
            <translation>{listed:,}/{images}</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>{measure}, on what it learnt</source>
            <translation>{measure}，在所学数据上</translation>
        </message>
        <message>
            <location filename="../../app/engine_service.py" />
            <source>{message} The model goes on on the processor, which is slower.</source>
            <translation>{message} 模型将在处理器上继续运行，速度较慢。</translation>
        </message>
        <message>
            <location filename="../../app/panels/status_line.py" />
            <source>{minutes:.0f} min ago</source>
            <translation>{minutes:.0f} 分钟前</translation>
        </message>
        <message>
            <location filename="../../app/panels/status_line.py" />
            <source>{minutes} min left</source>
            <translation>剩余 {minutes} 分钟</translation>
        </message>
        <message>
            <location filename="../../app/controllers/checking.py" />
            <source>{minutes} min {seconds} s</source>
            <translation>{minutes} 分 {seconds} 秒</translation>
        </message>
        <message>
            <location filename="../../app/controllers/display.py" />
            <source>{model} on {device}, {dtype}, {parameters:.1f} million parameters, {input_size} px input.</source>
            <translation>{model}，运行于 {device}，{dtype}，{parameters:.1f} 百万参数，输入 {input_size} 像素。</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/dialogs/missing_dialog.py" />
            <source>{n:,} are still missing.</source>
            <extracomment>One: {n} is still missing.</extracomment>
            <translation>
                <numerusform>仍缺少 {n:,} 个。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/controllers/display.py" />
            <source>{n:,} failed</source>
            <extracomment>One: {n} failed</extracomment>
            <translation>
                <numerusform>{n:,} 个失败</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/panels/checks_panel.py" />
            <source>{n:,} findings</source>
            <extracomment>One: {n} finding</extracomment>
            <translation>
                <numerusform>{n:,} 项发现</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/controllers/transfer.py" />
            <source>{n:,} image files cannot be found.</source>
            <extracomment>One: {n:,} image file cannot be found.</extracomment>
            <translation>
                <numerusform>找不到 {n:,} 个图像文件。</numerusform>
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
                <numerusform>{n:,} 张图像</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/controllers/chosen_images.py" />
            <source>{n:,} images are accepted.</source>
            <extracomment>One: {n} image is accepted.</extracomment>
            <translation>
                <numerusform>已接受 {n:,} 张图像。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/controllers/chosen_images.py" />
            <source>{n:,} images are in work again.</source>
            <extracomment>One: {n} image is in work again.</extracomment>
            <translation>
                <numerusform>{n:,} 张图像已放回处理中。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/controllers/chosen_images.py" />
            <source>{n:,} images are no longer in the project.</source>
            <extracomment>One: {n} image is no longer in the project.</extracomment>
            <translation>
                <numerusform>{n:,} 张图像已不在项目中。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/controllers/chosen_images.py" />
            <source>{n:,} images are rejected.</source>
            <extracomment>One: {n} image is rejected.</extracomment>
            <translation>
                <numerusform>已拒绝 {n:,} 张图像。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/controllers/batches.py" />
            <source>{n:,} images could not be pre-labelled.</source>
            <extracomment>One: {n} image could not be pre-labelled.</extracomment>
            <translation>
                <numerusform>{n:,} 张图像无法预标注。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/dialogs/failures_dialog.py" />
            <source>{n:,} images could not be pre-labelled; the others are done.</source>
            <extracomment>One: {n} image could not be pre-labelled; the others are done.</extracomment>
            <translation>
                <numerusform>{n:,} 张图像无法预标注；其余已完成。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/controllers/safekeeping.py" />
            <source>{n:,} images have moved along with the project and were found again.</source>
            <extracomment>One: {n} image has moved along with the project and was found again.</extracomment>
            <translation>
                <numerusform>{n:,} 张图像随项目移动，已重新找到。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/dialogs/compare_dialog.py" />
            <source>{n:,} images in both files</source>
            <extracomment>One: {n} image in both files</extracomment>
            <translation>
                <numerusform>两个文件共有 {n:,} 张图像</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/controllers/projects.py" />
            <source>{n:,} images of this folder were removed from the project and stay out.</source>
            <extracomment>One: {n} image of this folder was removed from the project and stays out.</extracomment>
            <translation>
                <numerusform>此文件夹中有 {n:,} 张图像已从项目中移除，不再加入。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/dialogs/missing_dialog.py" />
            <source>{n:,} images were found</source>
            <extracomment>One: {n} image was found</extracomment>
            <translation>
                <numerusform>找到 {n:,} 张图像</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/controllers/safekeeping.py" />
            <source>{n:,} images were found again.</source>
            <extracomment>One: {n} image was found again.</extracomment>
            <translation>
                <numerusform>已重新找到 {n:,} 张图像。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/dialogs/export_dialog.py" />
            <source>{n:,} images with points or boxes will be in the file, {left:,} will not.</source>
            <extracomment>One: {n:,} image with points or boxes will be in the file, {left:,} will not.</extracomment>
            <translation>
                <numerusform>文件将包含 {n:,} 张有点或边框的图像，{left:,} 张不包含。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/controllers/transfer.py" />
            <location filename="../../app/panels/media_model.py" />
            <source>{n:,} instances</source>
            <extracomment>One: {n:,} instance</extracomment>
            <translation>
                <numerusform>{n:,} 个实例</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/dialogs/category_dialog.py" />
            <source>{n:,} instances of this category will follow the change. Points of a removed keypoint go; Ctrl+Z brings them back.</source>
            <extracomment>One: {n:,} instance of this category will follow the change. Points of a removed keypoint go; Ctrl+Z brings them back.</extracomment>
            <translation>
                <numerusform>此类别的 {n:,} 个实例会随之更改。被移除关键点的点会消失；按 Ctrl+Z 可恢复。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/controllers/transfer.py" />
            <source>{n:,} instances were here already.</source>
            <extracomment>One: {n:,} instance was here already.</extracomment>
            <translation>
                <numerusform>{n:,} 个实例原已存在。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/controllers/transfer.py" />
            <source>{n:,} keypoints</source>
            <extracomment>One: {n:,} keypoint</extracomment>
            <translation>
                <numerusform>{n:,} 个关键点</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/controllers/display.py" />
            <source>{n:,} more paused</source>
            <extracomment>One: {n} more paused</extracomment>
            <translation>
                <numerusform>另有 {n:,} 个已暂停</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/controllers/transfer.py" />
            <source>{n:,} new categories</source>
            <extracomment>One: {n:,} new category</extracomment>
            <translation>
                <numerusform>{n:,} 个新类别</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/dialogs/compare_dialog.py" />
            <location filename="../../app/dialogs/train_pages.py" />
            <source>{n:,} objects</source>
            <extracomment>One: {n} object</extracomment>
            <translation>
                <numerusform>{n:,} 个对象</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/dialogs/compare_dialog.py" />
            <source>{n:,} objects in both</source>
            <extracomment>One: {n} object in both</extracomment>
            <translation>
                <numerusform>两者共有 {n:,} 个对象</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/controllers/safekeeping.py" />
            <source>{n:,} of {total:,} image files are not where they were.</source>
            <extracomment>One: {n} of {total:,} image files is not where it was.</extracomment>
            <translation>
                <numerusform>{total:,} 个图像文件中有 {n:,} 个不在原处。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/dialogs/missing_dialog.py" />
            <source>{n:,} of {total:,} image files are not where they were. Their labels are safe.</source>
            <extracomment>One: {n} of {total:,} image files is not where it was. Its labels are safe.</extracomment>
            <translation>
                <numerusform>{total:,} 个图像文件中有 {n:,} 个不在原处。其标注是安全的。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/controllers/transfer.py" />
            <source>{n:,} things in it could not be used.</source>
            <extracomment>One: {n:,} thing in it could not be used.</extracomment>
            <translation>
                <numerusform>其中 {n:,} 项无法使用。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/dialogs/import_dialog.py" />
            <source>{n:,} things in the file could not be used; everything else has come.</source>
            <extracomment>One: {n:,} thing in the file could not be used; everything else has come.</extracomment>
            <translation>
                <numerusform>文件中有 {n:,} 项无法使用；其余均已导入。</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/main_window.py" />
            <source>{name} (reading only)</source>
            <translation>{name}（只读）</translation>
        </message>
        <message>
            <location filename="../../app/controllers/editing.py" />
            <source>{name} cannot be seen</source>
            <translation>{name} 看不见</translation>
        </message>
        <message>
            <location filename="../../app/controllers/navigation.py" />
            <source>{name} cannot be shown.</source>
            <translation>无法显示 {name}。</translation>
        </message>
        <message>
            <location filename="../../app/controllers/editing.py" />
            <source>{name} has no pose to copy.</source>
            <translation>{name} 没有可复制的姿态。</translation>
        </message>
        <message>
            <location filename="../../app/project/store_history.py" />
            <source>{name} is open for reading only, so the change was not made.</source>
            <translation>{name} 以只读方式打开，因此未作更改。</translation>
        </message>
        <message>
            <location filename="../../app/model_service.py" />
            <source>{name} is ready: {size} as {dtype}.</source>
            <translation>{name} 已就绪：{size}，{dtype}。</translation>
        </message>
        <message>
            <location filename="../../app/panels/prompt_panel.py" />
            <source>{name} · {placed} pts</source>
            <translation>{name} · {placed} 点</translation>
        </message>
        <message>
            <location filename="../../app/project/store_reading.py" />
            <source>{name}: the project has no category {category_id}.</source>
            <translation>{name}：项目没有类别 {category_id}。</translation>
        </message>
        <message>
            <location filename="../../app/project/store_reading.py" />
            <source>{name}: the project has no instance {instance_id}.</source>
            <translation>{name}：项目没有实例 {instance_id}。</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/dialogs/backups_dialog.py" />
            <source>{n} backups, {total}.</source>
            <extracomment>One: {n} backup, {total}.</extracomment>
            <translation>
                <numerusform>{n} 份备份，{total}。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/dialogs/category_parts.py" />
            <source>{n} keypoints</source>
            <extracomment>One: {n} keypoint</extracomment>
            <translation>
                <numerusform>{n} 个关键点</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/panels/checks_panel.py" />
            <source>{n} {object} missing</source>
            <extracomment>One: {n} {object} missing</extracomment>
            <translation>
                <numerusform>缺少 {n} 个 {object}</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/dialogs/settings_dialog.py" />
            <source>{one} and {all} look again and closer, where the object is small in the picture or the picture is several times larger than the model's input. Two to several times as slow.</source>
            <translation>当对象在图像中很小，或图像比模型输入大数倍时，{one} 和 {all} 会再近看一次。速度慢两倍到数倍。</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/settings_dialog.py" />
            <source>{one} and {all} look at the mirrored image too, left and right exchanged, and take the mean of both. Twice as slow.</source>
            <translation>{one} 和 {all} 也会查看左右互换的镜像图像，并取两者平均。速度慢一倍。</translation>
        </message>
        <message>
            <location filename="../../app/controllers/prompt_files.py" />
            <source>{one} pre-labels one image, {all} all of them.</source>
            <translation>{one} 预标注一张图像，{all} 预标注全部。</translation>
        </message>
        <message>
            <location filename="../../app/controllers/prompting.py" />
            <source>{one} pre-labels one image, {all} all of them; {out} takes it out.</source>
            <translation>{one} 预标注一张图像，{all} 预标注全部；{out} 将其移出提示。</translation>
        </message>
        <message>
            <location filename="../../app/controllers/detecting.py" />
            <source>{one} pre-labels the selected one, {all} all.</source>
            <translation>{one} 预标注选中的，{all} 预标注全部。</translation>
        </message>
        <message>
            <location filename="../../app/project/store.py" />
            <source>{parent}: the folder for projects cannot be made ({strerror}).</source>
            <translation>{parent}：无法创建项目文件夹（{strerror}）。</translation>
        </message>
        <message>
            <location filename="../../app/model_service.py" />
            <source>{part} of {size} are here</source>
            <translation>已有 {part}/{size}</translation>
        </message>
        <message>
            <location filename="../../app/project/files.py" />
            <source>{path}: another file has taken the project file's place, so the change was not made.</source>
            <translation>{path}：另一个文件取代了项目文件，因此未作更改。</translation>
        </message>
        <message>
            <location filename="../../app/project/files.py" />
            <source>{path}: another program is using the file.</source>
            <translation>{path}：另一个程序正在使用该文件。</translation>
        </message>
        <message>
            <location filename="../../app/project/files.py" />
            <source>{path}: its drive or network place does not answer.</source>
            <translation>{path}：其驱动器或网络位置没有响应。</translation>
        </message>
        <message>
            <location filename="../../app/project/files.py" />
            <source>{path}: the disk answered with an error ({name}).</source>
            <translation>{path}：磁盘返回错误（{name}）。</translation>
        </message>
        <message>
            <location filename="../../app/project/files.py" />
            <source>{path}: the disk is full, so the change was not made.</source>
            <translation>{path}：磁盘已满，因此未作更改。</translation>
        </message>
        <message>
            <location filename="../../app/project/database.py" />
            <location filename="../../app/project/files.py" />
            <source>{path}: the file cannot be read ({strerror}).</source>
            <translation>{path}：无法读取文件（{strerror}）。</translation>
        </message>
        <message>
            <location filename="../../app/project/files.py" />
            <source>{path}: the file holds the {odd} "{odd2}", which this program never writes.</source>
            <translation>{path}：文件含有 {odd}“{odd2}”，本程序从不写入此类内容。</translation>
        </message>
        <message>
            <location filename="../../app/project/files.py" />
            <source>{path}: the file is damaged.</source>
            <translation>{path}：文件已损坏。</translation>
        </message>
        <message>
            <location filename="../../app/project/files.py" />
            <source>{path}: the file or its folder cannot be written.</source>
            <translation>{path}：文件或其文件夹不可写。</translation>
        </message>
        <message>
            <location filename="../../app/project/files.py" />
            <source>{path}: the project file is not there any more, so the change was not made.</source>
            <translation>{path}：项目文件已不存在，因此未作更改。</translation>
        </message>
        <message>
            <location filename="../../app/controllers/safekeeping.py" />
            <source>{path}: the project file is still not there.</source>
            <translation>{path}：项目文件仍不存在。</translation>
        </message>
        <message>
            <location filename="../../app/project/files.py" />
            <source>{path}: the project was written by a newer version of this program (layout {version}, this one knows {known}).</source>
            <translation>{path}：项目由较新版本的程序写入（格式 {version}，此版本支持 {known}）。</translation>
        </message>
        <message>
            <location filename="../../app/project/files.py" />
            <source>{path}: the tables of this file are not those of a project.</source>
            <translation>{path}：此文件中的表不是项目的表。</translation>
        </message>
        <message>
            <location filename="../../app/project/store.py" />
            <source>{path}: there is such a file already.</source>
            <translation>{path}：已有此文件。</translation>
        </message>
        <message>
            <location filename="../../app/project/files.py" />
            <source>{path}: this is not a project file, or its beginning is damaged.</source>
            <translation>{path}：这不是项目文件，或其开头已损坏。</translation>
        </message>
        <message>
            <location filename="../../app/project/files.py" />
            <source>{path}: this is not a project file.</source>
            <translation>{path}：这不是项目文件。</translation>
        </message>
        <message>
            <location filename="../../app/project/store.py" />
            <source>{path}: this is the open project itself.</source>
            <translation>{path}：这就是当前打开的项目。</translation>
        </message>
        <message>
            <location filename="../../app/panels/instance_list.py" />
            <source>{placed} of {count}</source>
            <translation>{placed}/{count}</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>{project} · {when} · {phase}</source>
            <translation>{project} · {when} · {phase}</translation>
        </message>
        <message>
            <location filename="../../app/project/files.py" />
            <source>{project}: its folder cannot be written ({strerror}).</source>
            <translation>{project}：其文件夹不可写（{strerror}）。</translation>
        </message>
        <message>
            <location filename="../../app/project/files.py" />
            <source>{project}: the disk is full, so the project cannot be opened for editing.</source>
            <translation>{project}：磁盘已满，无法打开项目进行编辑。</translation>
        </message>
        <message>
            <location filename="../../app/project/files.py" />
            <source>{project}: the project is open in another window{holder}.</source>
            <translation>{project}：项目已在另一个窗口中打开{holder}。</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>{prompt}, PCK@{threshold:g}</source>
            <translation>{prompt}，PCK@{threshold:g}</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_dialog.py" />
            <source>{reason} What you typed stays here: press “{button}” again then, or keep it in a file (“{export}”).</source>
            <translation>{reason}您输入的内容仍在这里：之后请再按一次“{button}”，或将其保存到文件（“{export}”）。</translation>
        </message>
        <message>
            <location filename="../../app/controllers/prelabel.py" />
            <source>{remove} removes a point, then {place} places it again.</source>
            <translation>按 {remove} 移除一个点，再按 {place} 重新放置。</translation>
        </message>
        <message>
            <location filename="../../app/controllers/checking.py" />
            <source>{seconds:.0f} s</source>
            <translation>{seconds:.0f} 秒</translation>
        </message>
        <message>
            <location filename="../../app/panels/status_line.py" />
            <source>{seconds:.0f} s ago</source>
            <translation>{seconds:.0f} 秒前</translation>
        </message>
        <message>
            <location filename="../../app/panels/status_line.py" />
            <source>{seconds} s left</source>
            <translation>剩余 {seconds} 秒</translation>
        </message>
        <message>
            <location filename="../../app/engine_service.py" />
            <source>{share:.0f} % hits</source>
            <translation>命中 {share:.0f} %</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/model_steps.py" />
            <source>{size} come over the network into {folder} and become a model folder there. It can be stopped and goes on where it was. Nothing of yours is sent. Without a network: fetch the file from that page on another computer, then use “Bring in a file…”.</source>
            <translation>{size} 将通过网络下载到 {folder} 并在那里成为模型文件夹。可以停止，之后从中断处继续。不会发送您的任何内容。没有网络时：请在另一台计算机上从该页面获取文件，然后使用“导入文件…”。</translation>
        </message>
        <message>
            <location filename="../../app/model_service.py" />
            <source>{size} to download</source>
            <translation>需下载 {size}</translation>
        </message>
        <message>
            <location filename="../../app/model_service.py" />
            <source>{size}, of which {part} are here</source>
            <translation>{size}，其中 {part} 已下载</translation>
        </message>
        <message>
            <location filename="../../app/model_service.py" />
            <source>{size}, {parameters:,.1f} million parameters stored as {dtype}</source>
            <translation>{size}，{parameters:,.1f} 百万参数，以 {dtype} 存储</translation>
        </message>
        <message>
            <location filename="../../app/controllers/safekeeping.py" />
            <source>{source} stays as it is.</source>
            <translation>{source} 保持不变。</translation>
        </message>
        <message>
            <location filename="../../app/project/files.py" />
            <source>{target}: the copy cannot be written ({strerror}).</source>
            <translation>{target}：无法写入副本（{strerror}）。</translation>
        </message>
        <message>
            <location filename="../../app/model_service.py" />
            <source>{title} is damaged: {problems}</source>
            <translation>{title} 已损坏：{problems}</translation>
        </message>
        <message>
            <location filename="../../app/model_service.py" />
            <source>{title} is not on this computer.</source>
            <translation>{title} 不在此计算机上。</translation>
        </message>
        <message>
            <location filename="../../app/model_service.py" />
            <source>{title} is ready: {size}.</source>
            <translation>{title} 已就绪：{size}。</translation>
        </message>
        <message>
            <location filename="../../app/model_service.py" />
            <source>{title} is removed: {size} freed.</source>
            <translation>{title} 已移除：释放 {size}。</translation>
        </message>
        <message>
            <location filename="../../app/model_service.py" />
            <source>{title} is whole.</source>
            <translation>{title} 完整无损。</translation>
        </message>
        <message>
            <location filename="../../app/jobs.py" />
            <source>{title}: something went wrong inside the program.</source>
            <translation>{title}：程序内部出错。</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/models_dialog.py" />
            <location filename="../../app/panels/status_line.py" />
            <source>{title}: stopping…</source>
            <translation>{title}：正在停止…</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/train_pages.py" />
            <source>{train} to learn from, {validation} to check with.</source>
            <translation>{train}用于学习，{validation}用于检查。</translation>
        </message>
        <message>
            <location filename="../../app/engine_service.py" />
            <source>{used:,.0f} of {all:,.0f} MB</source>
            <translation>{used:,.0f}/{all:,.0f} MB</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/format_texts.py" />
            <source>{what} ({count:,}) {fate}</source>
            <translation>{what}（{count:,}）：{fate}</translation>
        </message>
        <message>
            <location filename="../../app/controllers/chosen_images.py" />
            <source>“{name}” was labelled or accepted by somebody. Its labels go too; its file stays on the disk. {key} brings both back.</source>
            <translation>“{name}”已有人标注或接受。其标注也会移除；文件仍留在磁盘上。按 {key} 可两者都恢复。</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_parts.py" />
            <source>“{object}” has no skeleton of its own. Nearest:</source>
            <translation>“{object}”没有自己的骨架。最接近的：</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/missing_dialog.py" />
            <source>… and {count:,} more</source>
            <translation>… 以及另外 {count:,} 个</translation>
        </message>
    </context>
</TS>
