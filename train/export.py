"""Writes the network as the one file that src/syntax/model.c maps into memory.

Layout, all little-endian: a header (magic, version, number of sections, checksum of all that
follows the header), a table of sections (name, offset, length), the sections, each at a multiple
of 64 bytes. Matrices are int8 with one float scale a row, inputs at run time are int16 of at most +-8191, so that
a row of up to 2,064 products fits 32 bits and every processor adds them to the same sum. The embedding table is int8 with one scale.
"""

import struct

import numpy
import xxhash

import features

MAGIC = b"DATELNMD"
NAME = b"en-1\0"
VERSION = 3
ALIGNMENT = 64
LARGEST_WEIGHT = 127
ROWS_A_BLOCK = 16


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


def sections(network, labels, lemma_rules, feats_table):
    table = network.table.weight.detach().numpy()
    scale = numpy.abs(table).max() / 127
    shape = [features.ROWS, features.COUNT, table.shape[1], len(network.recurrences), network.arc,
             network.label_dependent.out_features, len(labels.tags), len(labels.relations), len(labels.mentions),
             (network.distance.numel() - 1) // 2]
    yield "shape", numpy.array(shape, "<u4")
    yield "name", NAME
    yield "tags", lines(labels.tags)
    yield "relations", lines(labels.relations)
    yield "mentions", lines(labels.mentions)
    yield "lemmas", lines(f"{tag}\t{ending}\t{cut}\t{add}" for (tag, ending), (cut, add) in sorted(lemma_rules.items()))
    yield "features", lines(f"{tag}\t{form}\t{value}" for (tag, form), value in sorted(feats_table.items()))
    yield "embedding", numpy.rint(table / scale).astype("i1")
    yield "embedding.scale", numpy.array([scale], "<f4")
    layers = [("convolution", network.convolution)] + [(f"recurrence.{i}", layer) for i, layer in enumerate(network.recurrences)]
    yield "input.norm", numpy.stack([vector(network.norm.weight), vector(network.norm.bias)])
    for name, layer in layers:
        weight, row_scale, bias = matrix(layer.linear)
        yield f"{name}.weight", in_blocks(weight)
        yield f"{name}.scale", row_scale
        yield f"{name}.bias", bias
        yield f"{name}.norm", numpy.stack([vector(layer.norm.weight), vector(layer.norm.bias)])
    # All that is read off the last layer, one matrix: a single pass over the words.
    heads = [network.tag, network.end, network.mention, network.dependent, network.governor, network.label_dependent, network.label_governor]
    parts = [matrix(head) for head in heads]
    weight, row_scale, bias = (numpy.concatenate(column) for column in zip(*parts))
    yield from {"heads.weight": in_blocks(weight), "heads.scale": row_scale, "heads.bias": bias}.items()
    weight, row_scale, bias = matrix(network.relation)
    yield from {"relation.weight": in_blocks(weight), "relation.scale": row_scale, "relation.bias": bias}.items()
    yield "distance", vector(network.distance)
    yield "root.governor", vector(network.root_governor)
    yield "root.label", vector(network.root_label)


def write(path, network, labels, lemma_rules, feats_table):
    made = [(name, data if isinstance(data, bytes) else data.tobytes()) for name, data in sections(network, labels, lemma_rules, feats_table)]
    entry = struct.Struct("<32sQQ")
    header_size = len(MAGIC) + 4 + 4 + 8
    offset = header_size + entry.size * len(made)
    table, body = b"", b""
    for name, data in made:
        padding = -(offset + len(body)) % ALIGNMENT
        body += b"\0" * padding
        table += entry.pack(name.encode(), offset + len(body), len(data))
        body += data
    path.parent.mkdir(parents=True, exist_ok=True)
    rest = table + body
    path.write_bytes(MAGIC + struct.pack("<IIQ", VERSION, len(made), xxhash.xxh3_64_intdigest(rest)) + rest)
