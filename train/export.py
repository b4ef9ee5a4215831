"""Writes the network as the one file that src/syntax/model.c maps into memory.

Layout, all little-endian: a header (magic, version, number of sections, checksum of all that
follows the header), a table of sections (name, offset, length), the sections, each at a multiple
of 64 bytes. Matrices are int8 with one float scale a row, inputs at run time are int16 of at most +-8191, so that
a row of up to 2,064 products fits 32 bits and every processor adds them to the same sum. The tables of features are int8 with one scale.
"""

import struct

import numpy
import xxhash

import feats
import features
import lemmas

MAGIC = b"DATELNMD"
VERSION = 6
ALIGNMENT = 64
LARGEST_WEIGHT = 127
ROWS_A_BLOCK = 16
ENTRY = struct.Struct("<32sQQ")  # of the table of sections: name, offset, length
PLACES = 384  # of the pretrained encoder's 512: a window has fewer pieces


def in_blocks(rows):
    """Sixteen rows a block, blocks in pairs, the two columns of a pair side by side, as src/syntax/kernel.c multiplies them."""
    filled = numpy.pad(rows, ((0, -len(rows) % (2 * ROWS_A_BLOCK)), (0, 0)))
    blocks = filled.reshape(-1, ROWS_A_BLOCK, rows.shape[1] // 2, 2)
    return numpy.ascontiguousarray(blocks.transpose(0, 2, 1, 3))


def matrix(linear):
    """Rows of int8, their scales, their biases."""
    weight = linear.weight.detach().numpy()
    scale = numpy.maximum(numpy.abs(weight).max(axis=1), 1e-8) / LARGEST_WEIGHT
    return [numpy.rint(weight / scale[:, None]).astype("i1"), scale.astype("<f4"), linear.bias.detach().numpy().astype("<f4")]


def vector(parameter):
    return parameter.detach().numpy().astype("<f4")


def lines(items):
    return "".join(f"{item}\n" for item in items).encode()


def norm(layer):
    """Gain and bias of a layer normalization."""
    return numpy.stack([vector(layer.weight), vector(layer.bias)])


def matrix_sections(name, *linears):
    """One matrix of the rows of all."""
    weight, scale, bias = (numpy.concatenate(column) for column in zip(*map(matrix, linears)))
    yield f"{name}.weight", in_blocks(weight)
    yield f"{name}.scale", scale
    yield f"{name}.bias", bias


def byte_sections(name, table):
    """Rows of int8 with one scale for all."""
    scale = numpy.abs(table).max() / 127
    yield f"{name}.values", numpy.rint(table / scale).astype("i1")
    yield f"{name}.scale", numpy.array([scale], "<f4")


def recurrent_sections(network):
    """The small network (network.py)."""
    table = vector(network.table.weight)
    yield "recurrent.shape", numpy.array([table.shape[0], features.COUNT, len(network.recurrences)], "<u4")
    yield from byte_sections("words", table)
    yield "input.norm", norm(network.norm)
    for name, layer in [("convolution", network.convolution)] + [(f"recurrence.{i}", layer) for i, layer in enumerate(network.recurrences)]:
        yield from matrix_sections(name, layer.linear)
        yield f"{name}.norm", norm(layer.norm)


def attention_sections(network, vocabulary, whole, scales):
    """The large network (accurate.py); whole [pieces][width] at most +-7 and scales [pieces]: the vectors of its vocabulary."""
    encoder, table = network.encoder, vector(network.table.weight)
    layers = encoder.encoder.layer
    pieces, width = whole.shape
    places = vector(encoder.embeddings.position_embeddings.weight)[:PLACES] + vector(encoder.embeddings.token_type_embeddings.weight)[0]
    shape = [pieces, PLACES, len(layers), encoder.config.num_attention_heads, encoder.config.intermediate_size, table.shape[0], features.COUNT, table.shape[1]]
    yield "attention.shape", numpy.array(shape, "<u4")
    yield "pieces", lines(vocabulary)
    lower, upper = (whole[:, :width // 2] + 8).astype("u1"), (whole[:, width // 2:] + 8).astype("u1")
    yield "vectors.values", lower | upper << 4
    yield "vectors.scales", scales.astype("<f4")
    yield from byte_sections("places", places)
    yield "input.norm", norm(encoder.embeddings.LayerNorm)
    for i, layer in enumerate(layers):
        own, name = layer.attention.self, f"attention.{i}"
        yield from matrix_sections(f"{name}.inputs", own.query, own.key, own.value)
        yield from matrix_sections(f"{name}.output", layer.attention.output.dense)
        yield f"{name}.output.norm", norm(layer.attention.output.LayerNorm)
        yield from matrix_sections(f"{name}.inner", layer.intermediate.dense)
        yield from matrix_sections(f"{name}.outer", layer.output.dense)
        yield f"{name}.outer.norm", norm(layer.output.LayerNorm)
    yield "mix", vector(network.mix.softmax(0))
    yield from byte_sections("words", table)
    yield from matrix_sections("widen", network.widen)
    yield "word.norm", norm(network.norm)


def head_sections(network, labels):
    """What is read off the vectors of words, whichever network made them."""
    shape = [network.tag.in_features, network.arc, network.label_dependent.out_features, len(labels.tags), len(labels.relations), (network.distance.numel() - 1) // 2]
    yield "shape", numpy.array(shape, "<u4")
    # One matrix: a single pass over the words.
    yield from matrix_sections("heads", network.tag, network.end, network.dependent, network.governor, network.label_dependent,
                               network.label_governor)
    yield from matrix_sections("relation", network.relation)
    yield "distance", vector(network.distance)
    yield "root.governor", vector(network.root_governor)
    yield "root.label", vector(network.root_label)


def branch_sections(name, network):
    """Layers that are added to a model (attributions.py, names.py)."""
    rows = network.table.num_embeddings if network.table is not None else 0
    yield f"{name}.shape", numpy.array([network.narrow.out_features, len(network.recurrences), rows], "<u4")
    if rows:
        yield from byte_sections(f"{name}.words", vector(network.table.weight))
    yield from matrix_sections(f"{name}.narrow", network.narrow)
    yield f"{name}.narrow.norm", norm(network.norm)
    for i, layer in enumerate(network.recurrences):
        yield from matrix_sections(f"{name}.{i}", layer.linear)
        yield f"{name}.{i}.norm", norm(layer.norm)
    yield from matrix_sections(f"{name}.answers", network.answers)


def label_sections(labels, lemma_rules, feats_table):
    yield "tags", lines(labels.tags)
    yield "relations", lines(labels.relations)
    yield "lemmas", lines(f"{tag}\t{ending}\t{cut}\t{add}" for (tag, ending), (cut, add) in sorted(lemma_rules.items()))
    yield "features", lines(f"{tag}\t{form}\t{value}" for (tag, form), value in sorted(feats_table.items()))


def write(path, name, encoder, network, labels, treebanks):
    """encoder: the sections of the network that makes the vectors; lemmas and features are learned from the treebanks."""
    sections = [("name", name.encode() + b"\0"), *encoder, *head_sections(network, labels),
                *label_sections(labels, lemmas.learn(treebanks), feats.learn(treebanks))]
    write_sections(path, [(name, data if isinstance(data, bytes) else data.tobytes()) for name, data in sections])


def write_sections(path, sections):
    """sections: pairs of a name and bytes."""
    header_size = len(MAGIC) + 4 + 4 + 8
    offset = header_size + ENTRY.size * len(sections)
    table, body = b"", b""
    for name, data in sections:
        padding = -(offset + len(body)) % ALIGNMENT
        body += b"\0" * padding
        table += ENTRY.pack(name.encode(), offset + len(body), len(data))
        body += data
    path.parent.mkdir(parents=True, exist_ok=True)
    rest = table + body
    path.write_bytes(MAGIC + struct.pack("<IIQ", VERSION, len(sections), xxhash.xxh3_64_intdigest(rest)) + rest)


def read_sections(path):
    """The sections of a file that write() made: pairs of a name and bytes."""
    data = path.read_bytes()
    table = len(MAGIC) + 4 + 4 + 8
    for number in range(struct.unpack_from("<I", data, len(MAGIC) + 4)[0]):
        name, offset, length = ENTRY.unpack_from(data, table + number * ENTRY.size)
        yield name.rstrip(b"\0").decode(), data[offset:offset + length]


def read_section(path, wanted):
    """The bytes of one section."""
    for name, data in read_sections(path):
        if name == wanted:
            return data
    raise KeyError(f"{path} has no section {wanted}")


def replace_sections(path, sections):
    """Writes a file again with these sections, in place of those of the same names."""
    new = dict(sections)
    write_sections(path, [pair for pair in read_sections(path) if pair[0] not in new] + sections)
