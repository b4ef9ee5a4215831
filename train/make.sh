#!/bin/sh
# Makes both models again: train/make.sh CORPORA DATELINE CORENLP.jar CORENLP-MODELS.jar
#
# CORPORA holds ud-ewt/, gum/, newswire/, polnear/ and worldwide/, the files compressed or not; DATELINE is the program, which cuts the raw text
# into words; beside it lies "seen" (cmake --build FOLDER --target seen). Some three hours on two cores, and eleven more for the teachers
# of attributions where there is no GPU; started again, it goes on where it was. Needs what train/requirements.txt names.
set -eu
[ $# -eq 4 ] || { sed -n '2,7s/^# \{0,1\}//p' "$0" >&2; exit 2; }
corpora=$1 dateline=$2 field=$3 field_models=$4 here=$(dirname "$0") work=build/train
mkdir -p "$work"
for file in ud-ewt/train.conllu ud-ewt/dev.conllu gum/train.conllu gum/dev.conllu newswire/tempeval3-silver.jsonl polnear/train.jsonl polnear/dev.jsonl; do
    mkdir -p "$work/corpora/$(dirname "$file")"
    if [ -f "$corpora/$file" ]; then cp "$corpora/$file" "$work/corpora/$file"; else xz -dc "$corpora/$file.xz" >"$work/corpora/$file"; fi
done
python3 "$here/teacher.py" --corpora "$work/corpora" --work "$work" --passes 8
[ -f "$work/silver.pickle" ] || python3 "$here/label.py" --corpora "$work/corpora" --work "$work" --dateline "$dateline"
python3 "$here/train.py" --corpora "$work/corpora" --work "$work" --passes 24 --out models/en-fast.model
python3 "$here/accurate.py" --corpora "$work/corpora" --work "$work" --out models/en-accurate.model
seen=$(dirname "$dateline")/seen
[ -e "$work/corpora/worldwide" ] || ln -s "$(realpath "$corpora/worldwide")" "$work/corpora/worldwide"
[ -f "$work/names-raw.jsonl" ] || python3 "$here/name_teachers.py" --corpora "$work/corpora" --work "$work" --dateline "$dateline" --crf "$field" "$field_models"
python3 "$here/attribution_teacher.py" --corpora "$work/corpora" --work "$work" --seen "$seen"
for model in models/en-fast.model models/en-accurate.model; do
    python3 "$here/names.py" --work "$work" --seen "$seen" --model "$model"
    python3 "$here/attributions.py" --corpora "$work/corpora" --work "$work" --seen "$seen" --model "$model"
    python3 "$here/clues.py" --corpora "$work/corpora" --seen "$seen" --model "$model"
done
