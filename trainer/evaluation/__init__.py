"""What an evaluation tells beside its means: intervals, errors, keypoints, words, pictures, COCO's AP."""
