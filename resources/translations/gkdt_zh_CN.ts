<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
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
            <source>&amp;Copy the pose</source>
            <translation>复制姿态(&amp;C)</translation>
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
            <source>A backup is made when a project is opened, if it has changed, and every {minutes} minutes while you edit. The newest six stay, and the last one of each of fourteen days.</source>
            <translation>打开项目时若有改动会备份，编辑期间每 {minutes} 分钟备份一次。保留最新的六份，以及十四天中每天的最后一份。</translation>
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
            <location filename="../../app/project/store.py" />
            <source>Add category "{name}"</source>
            <translation>添加类别“{name}”</translation>
        </message>
        <message>
            <location filename="../../app/project/store.py" />
            <source>Add instance</source>
            <translation>添加实例</translation>
        </message>
        <message>
            <location filename="../../app/project/store.py" />
            <source>Add the category first.</source>
            <translation>请先添加该类别。</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/project/store.py" />
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
            <translation>起始于 {model}。{train} 用于学习，{validation} 用于检查。</translation>
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
            <location filename="../../app/project/store.py" />
            <source>Category "{name}" has {len} keypoints, not {len2}.</source>
            <translation>类别“{name}”有 {len} 个关键点，而不是 {len2} 个。</translation>
        </message>
        <message>
            <location filename="../../app/project/store.py" />
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
            <location filename="../../app/project/store.py" />
            <source>Change category "{name}"</source>
            <translation>修改类别“{name}”</translation>
        </message>
        <message>
            <location filename="../../app/project/store.py" />
            <source>Change prompt</source>
            <translation>更改提示</translation>
        </message>
        <message>
            <location filename="../../app/project/store.py" />
            <source>Change prompt texts</source>
            <translation>更改提示文字</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/category_dialog.py" />
            <source>Change the category</source>
            <translation>修改类别</translation>
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
            <location filename="../../app/project/store.py" />
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
            <location filename="../../app/project/store.py" />
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
            <location filename="../../app/project/store.py" />
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
            <location filename="../../app/project/store.py" />
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
            <location filename="../../app/project/store.py" />
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
            <location filename="../../app/project/store.py" />
            <source>Give each new keypoint one old one, or none.</source>
            <translation>请为每个新关键点指定一个旧关键点，或不指定。</translation>
        </message>
        <message>
            <location filename="../../app/project/store.py" />
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
            <location filename="../../app/project/store.py" />
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
            <location filename="../../app/panels/checks_panel.py" />
            <source>In one place: {names}</source>
            <translation>位置重合：{names}</translation>
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
            <location filename="../../app/project/store.py" />
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
            <location filename="../../app/project/store.py" />
            <source>Mark {n:,} images as {state}</source>
            <extracomment>One: Mark image as {state}</extracomment>
            <translation>
                <numerusform>将 {n:,} 张图像标为{state}</numerusform>
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
            <source>New key for “{action}”:</source>
            <translation>“{action}”的新快捷键：</translation>
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
            <location filename="../../app/project/store.py" />
            <source>No project is open.</source>
            <translation>没有打开的项目。</translation>
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
            <location filename="../../app/controllers/windows.py" />
            <source>Open a folder of images</source>
            <translation>打开图像文件夹</translation>
        </message>
        <message>
            <location filename="../../app/project/store.py" />
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
            <location filename="../../app/controllers/prompt_files.py" />
            <source>Opening the prompt</source>
            <translation>正在打开提示</translation>
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
            <location filename="../../app/dialogs/settings_dialog.py" />
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
            <location filename="../../app/project/store.py" />
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
            <location filename="../../app/project/store.py" />
            <source>Remove from prompt</source>
            <translation>移出提示</translation>
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
            <location filename="../../app/project/store.py" />
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
            <location filename="../../app/project/store.py" />
            <source>Take the instance again from the project after changing its category.</source>
            <translation>更改类别后，请重新从项目中取出该实例。</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/keys_dialog.py" />
            <source>Take the key away</source>
            <translation>去掉快捷键</translation>
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
            <location filename="../../app/dialogs/settings_dialog.py" />
            <source>The first image I label becomes the prompt</source>
            <translation>我标注的第一张图像成为提示</translation>
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
            <location filename="../../app/project/store.py" />
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
            <source>The picture {name} is not there.</source>
            <translation>图像 {name} 不存在。</translation>
        </message>
        <message>
            <location filename="../../app/dialogs/backups_dialog.py" />
            <source>The project becomes what it was on {time}. What it is now is not lost: it is kept beside it, as a project under another name. What was done before cannot be undone afterwards.</source>
            <translation>项目将恢复到 {time} 的状态。现在的内容不会丢失：它会以另一个名称保存在旁边。之后无法撤销此前的操作。</translation>
        </message>
        <message>
            <location filename="../../app/project/store.py" />
            <source>The project has a category "{name}" already.</source>
            <translation>项目已有类别“{name}”。</translation>
        </message>
        <message>
            <location filename="../../app/project/store.py" />
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
            <source>There is no backup of this project yet.</source>
            <translation>此项目还没有备份。</translation>
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
            <location filename="../../app/panels/checks_panel.py" />
            <source>Unlikely length</source>
            <translation>长度异常</translation>
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
            <location filename="../../app/project/store.py" />
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
            <location filename="../../app/dialogs/import_dialog.py" />
            <source>a new project beside the file</source>
            <translation>文件旁的新项目</translation>
        </message>
        <message>
            <location filename="../../app/model_service.py" />
            <source>about {size}</source>
            <translation>约 {size}</translation>
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
            <source>far from its usual place</source>
            <translation>离通常位置太远</translation>
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
            <translation>horse、hand、car、face（英文）…</translation>
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
            <source>lose "/" and ":"</source>
            <translation>会丢失“/”和“:”</translation>
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
            <location filename="../../app/project/store.py" />
            <source>{name}: the project has no category {category_id}.</source>
            <translation>{name}：项目没有类别 {category_id}。</translation>
        </message>
        <message>
            <location filename="../../app/project/store.py" />
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
            <source>{path}: the disk answered with an error ({name}).</source>
            <translation>{path}：磁盘返回错误（{name}）。</translation>
        </message>
        <message>
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
            <source>{source} stays as it is. What was done before cannot be undone here.</source>
            <translation>{source} 保持原样。之前的操作无法在此撤销。</translation>
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
            <translation>{train} 用于学习，{validation} 用于检查。</translation>
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
