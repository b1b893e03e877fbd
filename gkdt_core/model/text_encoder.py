"""The text side of GKDT: the dino.txt tower and the adaptation of its vectors.

Module and parameter names are those of the released checkpoints below `dinov3_text_encoder.` and
`text_anet.`, so reading one is only a matter of the prefix.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional


@dataclass(frozen=True, slots=True)
class TextEncoderConfig:
    """Sizes of the text tower.

    Attributes:
        vocab_size: Number of tokens.
        context_length: Longest row of token ids, padding included.
        width: Channels inside the tower.
        layers: Number of blocks.
        heads: Attention heads; divides `width`.
        hidden: Channels inside a block's feed-forward part.
        output_dim: Channels that leave the head; the second half of them is the sentence vector.
    """

    vocab_size: int = 49_408
    context_length: int = 77
    width: int = 1280
    layers: int = 24
    heads: int = 20
    hidden: int = 5120
    output_dim: int = 2048


@dataclass(frozen=True, slots=True)
class TextAdapterConfig:
    """Sizes of the text adaptation.

    Attributes:
        input_dim: The tower's `output_dim`; as many channels leave the adaptation before it is halved.
        width: Channels of the one block; equal to `input_dim` there is no projection before it.
        heads: Attention heads; divides `width`.
        hidden: Channels inside the block's MLP.
    """

    input_dim: int = 2048
    width: int = 1280
    heads: int = 20
    hidden: int = 5120


def end_of_text_index(token_ids: Tensor) -> Tensor:
    """Positions (T,) int64 of end-of-text, the largest id of each row of token_ids (T, L)."""
    return token_ids.argmax(dim=-1)


def eot_vectors(outputs: Tensor, token_ids: Tensor) -> Tensor:
    """The rows of outputs (T, L, D) at the end-of-text positions of token_ids (T, L): (T, D)."""
    rows = torch.arange(outputs.shape[0], device=outputs.device)
    return outputs[rows, end_of_text_index(token_ids)]


class DinoTxtTower(nn.Module):
    """The causal text transformer of dino.txt."""

    def __init__(self, config: TextEncoderConfig) -> None:
        super().__init__()
        self.config = config
        self.backbone = _Backbone(config)
        self.head = _Head(config)

    def forward(self, token_ids: Tensor) -> Tensor:
        """token_ids (T, L) int64, L <= context_length -> outputs (T, L, output_dim) of all positions."""
        return self.head(self.backbone(token_ids))  # type: ignore[no-any-return]  # nn.Module.__call__ is Any

    def eot_vectors(self, token_ids: Tensor) -> Tensor:
        """token_ids (T, L) int64 -> outputs (T, output_dim) at end-of-text.

        Runs up to the longest text only: attention is causal, so the padding behind end-of-text cannot
        reach it.
        """
        if token_ids.shape[0] == 0:
            return self.head.linear_projection.weight.new_zeros((0, self.config.output_dim))
        token_ids = token_ids[:, : int(end_of_text_index(token_ids).max()) + 1]
        return self.head(eot_vectors(self.backbone(token_ids), token_ids))  # type: ignore[no-any-return]

    def sentence_vectors(self, token_ids: Tensor) -> Tensor:
        """token_ids (T, L) int64 -> the second half (T, output_dim / 2) of the vectors at end-of-text."""
        return self.eot_vectors(token_ids)[:, self.config.output_dim // 2 :]


class TextAdapter(nn.Module):
    """A_t: turns the tower's outputs into one trained vector per text."""

    def __init__(self, config: TextAdapterConfig) -> None:
        super().__init__()
        self.config = config
        self.proj_in = _InputProjection(config) if config.input_dim != config.width else None
        self.net = _AdapterBlocks(config)
        self.ln = nn.LayerNorm(config.width)
        self.proj = nn.Parameter(torch.randn(config.width, config.input_dim) * config.width**-0.5)
        self.last_norm = nn.LayerNorm(config.input_dim)

    def forward(self, outputs: Tensor, token_ids: Tensor) -> Tensor:
        """Tower outputs (T, L, input_dim) of token_ids (T, L) -> text vectors (T, input_dim / 2).

        Nothing is masked: the outputs behind end-of-text take part, so L must be the whole context.
        """
        tokens = outputs if self.proj_in is None else self.proj_in(outputs)
        end = self.net(tokens, end_of_text_index(token_ids))
        vectors: Tensor = self.last_norm(self.ln(end) @ self.proj)
        return vectors[:, self.config.input_dim // 2 :]


class _Backbone(nn.Module):
    def __init__(self, config: TextEncoderConfig) -> None:
        super().__init__()
        self.token_embedding = nn.Embedding(config.vocab_size, config.width)
        self.positional_embedding = nn.Parameter(torch.empty(config.context_length, config.width))
        self.blocks = nn.ModuleList(_CausalBlock(config) for _ in range(config.layers))
        self.ln_final = nn.LayerNorm(config.width)
        nn.init.normal_(self.token_embedding.weight, std=0.02)
        nn.init.normal_(self.positional_embedding, std=0.01)

    def forward(self, token_ids: Tensor) -> Tensor:
        """(T, L) int64 -> (T, L, width)."""
        tokens = self.token_embedding(token_ids) + self.positional_embedding[: token_ids.shape[1]]
        for block in self.blocks:
            tokens = block(tokens)
        return self.ln_final(tokens)  # type: ignore[no-any-return]


class _CausalBlock(nn.Module):
    def __init__(self, config: TextEncoderConfig) -> None:
        super().__init__()
        self.attention_norm = nn.LayerNorm(config.width)
        self.attention = _CausalAttention(config)
        self.ffn_norm = nn.LayerNorm(config.width)
        self.feed_forward = _FeedForward(config)

    def forward(self, tokens: Tensor) -> Tensor:
        tokens = tokens + self.attention(self.attention_norm(tokens))
        return tokens + self.feed_forward(self.ffn_norm(tokens))  # type: ignore[no-any-return]


class _CausalAttention(nn.Module):
    def __init__(self, config: TextEncoderConfig) -> None:
        super().__init__()
        self.heads = config.heads
        self.qkv = nn.Linear(config.width, 3 * config.width, bias=False)
        self.proj = nn.Linear(config.width, config.width)

    def forward(self, tokens: Tensor) -> Tensor:
        """(T, L, D) -> (T, L, D); each position sees itself and those before it."""
        texts, length, width = tokens.shape
        qkv = self.qkv(tokens).view(texts, length, 3, self.heads, width // self.heads)
        query, key, value = qkv.permute(2, 0, 3, 1, 4)  # each (T, heads, L, D / heads)
        mixed = functional.scaled_dot_product_attention(query, key, value, is_causal=True)
        return self.proj(mixed.transpose(1, 2).reshape(texts, length, width))  # type: ignore[no-any-return]


class _FeedForward(nn.Module):
    def __init__(self, config: TextEncoderConfig) -> None:
        super().__init__()
        self.fc1 = nn.Linear(config.width, config.hidden)
        self.fc2 = nn.Linear(config.hidden, config.width)

    def forward(self, tokens: Tensor) -> Tensor:
        return self.fc2(functional.gelu(self.fc1(tokens)))  # type: ignore[no-any-return]


class _Head(nn.Module):
    def __init__(self, config: TextEncoderConfig) -> None:
        super().__init__()
        self.linear_projection = nn.Linear(config.width, config.output_dim, bias=False)

    def forward(self, tokens: Tensor) -> Tensor:
        return self.linear_projection(tokens)  # type: ignore[no-any-return]


class _InputProjection(nn.Module):
    def __init__(self, config: TextAdapterConfig) -> None:
        super().__init__()
        self.projector = nn.Sequential(
            nn.LayerNorm(config.input_dim), nn.Linear(config.input_dim, config.width, bias=False)
        )

    def forward(self, tokens: Tensor) -> Tensor:
        return self.projector(tokens)  # type: ignore[no-any-return]


class _AdapterBlocks(nn.Module):
    """The released layout holds a list of blocks; the model has one, so only end-of-text has to leave it."""

    def __init__(self, config: TextAdapterConfig) -> None:
        super().__init__()
        self.resblocks = nn.ModuleList([_AdapterBlock(config)])

    def forward(self, tokens: Tensor, position: Tensor) -> Tensor:
        return self.resblocks[0](tokens, position)  # type: ignore[no-any-return]


class _AdapterBlock(nn.Module):
    def __init__(self, config: TextAdapterConfig) -> None:
        super().__init__()
        self.ln_1 = nn.LayerNorm(config.width)
        self.attn = nn.MultiheadAttention(config.width, config.heads, batch_first=True)
        self.ln_2 = nn.LayerNorm(config.width)
        self.mlp = _AdapterMlp(config)

    def forward(self, tokens: Tensor, position: Tensor) -> Tensor:
        """tokens (T, L, D), position (T,) int64 -> the block's output (T, D) at those positions.

        All positions are attended to, but only the asked one is computed: the others leave the model nowhere.
        """
        rows = torch.arange(tokens.shape[0], device=tokens.device)
        context = self.ln_1(tokens)
        attended, _ = self.attn(context[rows, position].unsqueeze(1), context, context, need_weights=False)
        vectors = tokens[rows, position] + attended.squeeze(1)
        return vectors + self.mlp(self.ln_2(vectors))  # type: ignore[no-any-return]


class _AdapterMlp(nn.Module):
    def __init__(self, config: TextAdapterConfig) -> None:
        super().__init__()
        self.c_fc = nn.Linear(config.width, config.hidden)
        self.c_proj = nn.Linear(config.hidden, config.width)

    def forward(self, vectors: Tensor) -> Tensor:
        hidden = self.c_fc(vectors)
        return self.c_proj(hidden * torch.sigmoid(1.702 * hidden))  # type: ignore[no-any-return]  # QuickGELU
