"""The kernel generation transformer: prompts look at each other and at the query image (gkdt.md, 5)."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from gkdt_core.model.packed import PackedLinear, suits_packing


@dataclass(frozen=True, slots=True, eq=False)
class QueryContext:
    """What of the kernel generator depends on the query image only: its keys and values for the prompts.

    Attributes:
        keys: Of each block, (B, heads, L, channels / heads); none without cross-attention.
        values: The same.
        images: B.
    """

    keys: tuple[Tensor, ...]
    values: tuple[Tensor, ...]
    images: int

    @property
    def nbytes(self) -> int:
        """Bytes of all keys and values."""
        return sum(part.numel() * part.element_size() for part in (*self.keys, *self.values))

    def split(self, sizes: Sequence[int]) -> list[QueryContext]:
        """The contexts of groups of consecutive images, `sizes` images in each."""
        keys = [torch.split(part, list(sizes)) for part in self.keys]
        values = [torch.split(part, list(sizes)) for part in self.values]
        return [
            QueryContext(tuple(part[i] for part in keys), tuple(part[i] for part in values), size)
            for i, size in enumerate(sizes)
        ]


class Attention(nn.Module):
    """Multi-head attention whose parameters are named as in `torch.nn.MultiheadAttention`.

    Written out because one key may stand for many equal ones (`key_bias`), and so that the image's keys and
    values can be computed apart from the queries.
    """

    def __init__(self, channels: int, heads: int, dropout: float) -> None:
        super().__init__()
        self.heads, self.dropout = heads, dropout
        self.in_proj_weight = nn.Parameter(torch.empty(3 * channels, channels))
        self.in_proj_bias = nn.Parameter(torch.zeros(3 * channels))
        self.out_proj = nn.Linear(channels, channels)
        self._packed_in: PackedLinear | None = None
        self._packed_out: PackedLinear | None = None
        nn.init.xavier_uniform_(self.in_proj_weight)
        nn.init.zeros_(self.out_proj.bias)

    def pack(self, *, query_only: bool) -> None:
        """Lays the weights out for few rows on the CPU: those of all three inputs, or of the queries."""
        rows = len(self.in_proj_weight) // 3 if query_only else len(self.in_proj_weight)
        self._packed_in = PackedLinear(self.in_proj_weight[:rows], self.in_proj_bias[:rows])
        self._packed_out = PackedLinear(self.out_proj.weight, self.out_proj.bias)

    def _split(self, x: Tensor) -> Tensor:
        batch, length, channels = x.shape
        return x.view(batch, length, self.heads, channels // self.heads).transpose(1, 2)

    def itself(self, x: Tensor, key_bias: Tensor | None) -> Tensor:
        """x (B, T, C) attends to itself, key_bias (T,) added to the logits -> (B, T, C)."""
        if self._packed_in is None:
            qkv = F.linear(x, self.in_proj_weight, self.in_proj_bias)
        else:
            qkv = self._packed_in(x)
        query, key, value = qkv.chunk(3, dim=-1)
        return self._mixed(query, self._split(key), self._split(value), key_bias)

    def of_context(self, context: Tensor) -> tuple[Tensor, Tensor]:
        """Keys and values (B, heads, L, C / heads) of context (B, L, C)."""
        channels = context.shape[-1]
        kv = F.linear(context, self.in_proj_weight[channels:], self.in_proj_bias[channels:])
        key, value = kv.chunk(2, dim=-1)
        return self._split(key), self._split(value)

    def to_context(self, query: Tensor, key: Tensor, value: Tensor) -> Tensor:
        """query (B or 1, T, C) attends to what `of_context` made -> (B, T, C)."""
        channels = query.shape[-1]
        if self._packed_in is None:
            projected = F.linear(query, self.in_proj_weight[:channels], self.in_proj_bias[:channels])
        else:
            projected = self._packed_in(query)
        return self._mixed(projected.expand(len(key), -1, -1), key, value, None)

    def _mixed(self, query: Tensor, key: Tensor, value: Tensor, key_bias: Tensor | None) -> Tensor:
        mixed = F.scaled_dot_product_attention(
            self._split(query),
            key,
            value,
            attn_mask=None if key_bias is None else key_bias.to(query.dtype)[None, None, None, :],
            dropout_p=self.dropout if self.training else 0.0,
        )
        mixed = mixed.transpose(1, 2).reshape(query.shape)
        out: Tensor = self.out_proj(mixed) if self._packed_out is None else self._packed_out(mixed)
        return out


class FeedForward(nn.Module):
    def __init__(self, channels: int, width: int, dropout: float) -> None:
        super().__init__()
        self.linear1 = nn.Linear(channels, width)
        self.linear2 = nn.Linear(width, channels)
        self.dropout = nn.Dropout(dropout)
        self._packed: tuple[PackedLinear, PackedLinear] | None = None

    def pack(self) -> None:
        """Lays the weights out for few rows on the CPU."""
        first, second = self.linear1, self.linear2
        self._packed = PackedLinear(first.weight, first.bias), PackedLinear(second.weight, second.bias)

    def forward(self, x: Tensor) -> Tensor:
        first, second = (self.linear1, self.linear2) if self._packed is None else self._packed
        out: Tensor = self.dropout(second(self.dropout(F.gelu(first(x)))))
        return out


class KernelBlock(nn.Module):
    """Self-attention over prompts, cross-attention to the image, feed-forward.

    As released, the residual starts from the normed value in the two attention steps. Either can be left out,
    with its norms.
    """

    def __init__(
        self, channels: int, heads: int, ffn_width: int, dropout: float, *, itself: bool, images: bool
    ) -> None:
        super().__init__()
        self.self_attention = Attention(channels, heads, dropout) if itself else None
        if itself:
            self.norm1 = nn.LayerNorm(channels)
        self.cross_attention = Attention(channels, heads, dropout) if images else None
        if images:
            self.norm_ca1 = nn.LayerNorm(channels)
            self.norm_ca2 = nn.LayerNorm(channels)
        self.feed_forward = FeedForward(channels, ffn_width, dropout)
        self.norm3 = nn.LayerNorm(channels)
        self.dropout = nn.Dropout(dropout)

    def pack(self) -> None:
        """Lays the weights out for few rows on the CPU."""
        if self.self_attention is not None:
            self.self_attention.pack(query_only=False)
        if self.cross_attention is not None:
            self.cross_attention.pack(query_only=True)
        self.feed_forward.pack()

    def of_context(self, context: Tensor) -> tuple[Tensor, Tensor] | None:
        """Keys and values of un-normed query features (B, L, C); None without cross-attention."""
        if self.cross_attention is None:
            return None
        return self.cross_attention.of_context(self.norm_ca2(context))

    def forward(self, x: Tensor, seen: tuple[Tensor, Tensor] | None, key_bias: Tensor | None) -> Tensor:
        """x (B or 1, T, C), what `of_context` made of B images -> (B, T, C), or (1, T, C) if it was None."""
        if self.self_attention is not None:
            x = self.norm1(x)
            x = x + self.dropout(self.self_attention.itself(x, key_bias))
        if self.cross_attention is not None and seen is not None:
            x = self.norm_ca1(x)
            x = x + self.dropout(self.cross_attention.to_context(x, *seen))
        out: Tensor = x + self.feed_forward(self.norm3(x))
        return out


class KernelGenerator(nn.Module):
    """Prompt tokens and query features -> one kernel per keypoint and modality.

    Without both attentions nothing is left to generate: the prototypes are the kernels.
    """

    def __init__(
        self,
        channels: int,
        *,
        blocks: int,
        heads: int,
        ffn_width: int,
        dropout: float,
        self_attention: bool = True,
        cross_attention: bool = True,
    ) -> None:
        super().__init__()
        generates = self_attention or cross_attention
        self.mask_token = nn.Parameter(torch.zeros(1, channels))
        self.blocks = nn.ModuleList(
            KernelBlock(channels, heads, ffn_width, dropout, itself=self_attention, images=cross_attention)
            for _ in range(blocks if generates else 0)
        )
        self.final_norm = nn.LayerNorm(channels) if generates else None

    def pack(self) -> None:
        """Lays the weights out for few prompts on the CPU, where that can be; for use without gradients.

        Weights that change afterwards are not followed. On other devices and types nothing happens.
        """
        if suits_packing(self.mask_token):
            for block in self._blocks():
                block.pack()

    def _blocks(self) -> list[KernelBlock]:
        return [block for block in self.blocks if isinstance(block, KernelBlock)]

    def query_context(self, context: Tensor) -> QueryContext:
        """What every prompt needs of query features (B, L, C), un-normed."""
        made = [seen for block in self._blocks() if (seen := block.of_context(context)) is not None]
        return QueryContext(tuple(key for key, _ in made), tuple(value for _, value in made), len(context))

    def forward(
        self, tokens: Tensor, valid: Tensor, context: Tensor | QueryContext, extra_masks: int
    ) -> Tensor:
        """The kernels of every token for every query image.

        Args:
            tokens: (T, C) prototypes; what stands at invalid places does not matter.
            valid: (T,) bool.
            context: (B, L, C) query features, un-normed, or what `query_context` made of them.
            extra_masks: How many empty slots the modalities are padded with. All mask tokens start equal and
                stay equal, so they are one token whose key logit gets + log(how many): the same numbers as
                with the padding written out. Outside training the same goes for the invalid tokens, on the
                CPU: elsewhere, counting them would wait for the device.

        Returns:
            (B, T, C).
        """
        if not isinstance(context, QueryContext):
            context = self.query_context(context)
        count = len(tokens)
        merged: Tensor | None = None
        if not self.training and valid.device.type == "cpu" and not bool(valid.all()):
            extra_masks += count - int(valid.sum())
            # the row of each token's kernel; all invalid ones share the mask token's, the last
            merged = torch.where(valid, valid.cumsum(0) - 1, valid.sum())
            x = tokens[valid]
        else:
            x = torch.where(valid[:, None], tokens, self.mask_token.to(tokens.dtype))
        key_bias = None
        if extra_masks > 0:
            x = torch.cat([x, self.mask_token.to(x.dtype)])
            key_bias = torch.zeros(len(x), device=x.device, dtype=torch.float32)
            key_bias[-1] = math.log(extra_masks)
        # up to the first look at the images, the prompts are the same for all of them
        x = x.expand(context.images, -1, -1) if self.training else x[None]
        seen = list(zip(context.keys, context.values, strict=True))
        for number, block in enumerate(self._blocks()):
            x = block(x, seen[number] if seen else None, key_bias)
        x = x[:, :count] if merged is None else x[:, merged]
        out: Tensor = x if self.final_norm is None else self.final_norm(x)
        return out.expand(context.images, -1, -1)
