"""Files as other programs write them, made by hand after what they document and what their files look like."""

from __future__ import annotations

import json
from typing import Any

from PIL import Image, PngImagePlugin

from flux_desktop.imaging.exif import EXIF_IFD
from tests.imaging.pictures import marked, saved

__all__ = [
    "A1111",
    "COMFY",
    "COMFY_KSAMPLER",
    "COMFY_WORKFLOW",
    "FORGE",
    "INVOKE",
    "INVOKE_BEFORE",
    "INVOKE_DREAM",
    "commented",
    "png",
    "webp_of_comfy",
]

A1111 = """a (misty:1.2) lake at dawn, 猫
second line, with: a colon, 20 steps
Negative prompt: blurry, low quality,
watermark
Steps: 20, Sampler: DPM++ 2M, Schedule type: Karras, CFG scale: 7.5, Seed: 965400086, Size: 512x768, \
Model hash: cc6cb27103, Model: v1-5-pruned, Denoising strength: 0.35, Lora hashes: "a: 123, b: 456", Version: v1.10.1"""

FORGE = """a red fox
Steps: 8, Sampler: Euler, Schedule type: Simple, CFG scale: 1, Distilled CFG Scale: 3.5, Seed: 42, Size: 1024x1024, \
Model: flux1-dev, Version: f2.0.1"""

COMFY: dict[str, Any] = {
    "6": {"class_type": "CLIPTextEncode", "inputs": {"text": "Make the car blue 🚗", "clip": ["11", 0]}},
    "9": {"class_type": "SaveImage", "inputs": {"filename_prefix": "x", "images": ["8", 0]}},
    "8": {"class_type": "VAEDecode", "inputs": {"samples": ["13", 0], "vae": ["10", 0]}, "is_changed": [None]},
    "13": {
        "class_type": "SamplerCustomAdvanced",
        "inputs": {
            "noise": ["25", 0], "guider": ["22", 0], "sampler": ["16", 0], "sigmas": ["17", 0],
            "latent_image": ["27", 0],
        },
    },
    "16": {"class_type": "KSamplerSelect", "inputs": {"sampler_name": "euler"}},
    "17": {"class_type": "Flux2Scheduler", "inputs": {"steps": 24, "width": 1248, "height": 832}},
    "22": {"class_type": "BasicGuider", "inputs": {"model": ["12", 0], "conditioning": ["39", 0]}},
    "25": {"class_type": "RandomNoise", "inputs": {"noise_seed": 432262096973490}},
    "26": {"class_type": "FluxGuidance", "inputs": {"guidance": 4, "conditioning": ["6", 0]}},
    "27": {"class_type": "EmptyFlux2LatentImage", "inputs": {"width": 1248, "height": 832, "batch_size": 1}},
    "39": {"class_type": "ReferenceLatent", "inputs": {"conditioning": ["26", 0], "latent": ["40", 0]}},
    "40": {"class_type": "VAEEncode", "inputs": {"pixels": ["41", 0], "vae": ["10", 0]}},
    "41": {"class_type": "LoadImage", "inputs": {"image": "car.png"}},
    "10": {"class_type": "VAELoader", "inputs": {"vae_name": "flux2-vae.safetensors"}},
    "11": {"class_type": "CLIPLoader", "inputs": {"clip_name": "mistral.safetensors"}},
    "12": {"class_type": "UNETLoader", "inputs": {"unet_name": "flux2_dev_fp8mixed.safetensors"}},
}  # fmt: skip
"""The graph of the template for FLUX.2 with a reference."""

COMFY_KSAMPLER: dict[str, Any] = {
    "3": {
        "class_type": "KSampler",
        "inputs": {
            "seed": ["50", 0], "steps": 20, "cfg": 8.0, "sampler_name": "euler", "scheduler": "normal", "denoise": 0.6,
            "model": ["60", 0], "positive": ["70", 0], "negative": ["70", 1], "latent_image": ["5", 0],
        },
    },
    "4": {"class_type": "CheckpointLoaderSimple", "inputs": {"ckpt_name": "v1-5-pruned.ckpt"}},
    "5": {"class_type": "EmptyLatentImage", "inputs": {"width": 512, "height": 640, "batch_size": 1}},
    "6": {"class_type": "CLIPTextEncode", "inputs": {"text": ["51", 0], "clip": ["4", 1]}},
    "7": {"class_type": "CLIPTextEncode", "inputs": {"text": "watermark", "clip": ["4", 1]}},
    "8": {"class_type": "VAEDecode", "inputs": {"samples": ["3", 0], "vae": ["4", 2]}},
    "9": {"class_type": "SaveImage", "inputs": {"filename_prefix": "x", "images": ["8", 0]}},
    "50": {"class_type": "PrimitiveInt", "inputs": {"value": 156680208700286}},
    "51": {"class_type": "PrimitiveStringMultiline", "inputs": {"value": "a glass bottle"}},
    "60": {"class_type": "LoraLoader", "inputs": {"lora_name": "glass.safetensors", "model": ["4", 0]}},
    "70": {"class_type": "ControlNetApplyAdvanced", "inputs": {"negative": ["7", 0], "positive": ["6", 0]}},
    "99": {"class_type": "KSampler", "inputs": {"seed": 1, "steps": 1, "positive": ["7", 0]}},
}  # fmt: skip

COMFY_WORKFLOW: dict[str, Any] = {
    "version": 0.4,
    "nodes": [
        {
            "id": 3, "type": "KSampler", "widgets_values": [81, "randomize", 12, 2.5, "euler", "simple", 1],
            "inputs": [
                {"name": "positive", "link": 4}, {"name": "negative", "link": 6}, {"name": "latent_image", "link": 2},
            ],
        },
        {"id": 6, "type": "CLIPTextEncode", "widgets_values": ["drawn words"], "inputs": [{"name": "clip", "link": 3}]},
        {"id": 7, "type": "ConditioningZeroOut", "inputs": [{"name": "conditioning", "link": 7}]},
        {"id": 5, "type": "EmptySD3LatentImage", "widgets_values": [768, 768, 1], "inputs": []},
    ],
    "links": [
        [4, 6, 0, 3, 1, "CONDITIONING"], [6, 7, 0, 3, 2, "CONDITIONING"], [2, 5, 0, 3, 3, "LATENT"],
        [7, 6, 0, 7, 0, "CONDITIONING"],
    ],
}  # fmt: skip

INVOKE: dict[str, Any] = {
    "app_version": "5.4.0",
    "generation_mode": "flux_txt2img",
    "positive_prompt": "a landscape, 猫",
    "negative_prompt": "",
    "width": 768,
    "height": 432,
    "seed": 356120443,
    "cfg_scale": 1.0,
    "guidance": 3.5,
    "steps": 30,
    "scheduler": "euler",
    "model": {"key": "x", "name": "FLUX Dev", "base": "flux", "type": "main"},
    "loras": [{"model": {"name": "film"}, "weight": 0.7}],
}
INVOKE_BEFORE: dict[str, Any] = {
    "model": "stable diffusion",
    "model_weights": "stable-diffusion-1.5",
    "app_version": "2.3.0",
    "image": {
        "prompt": [{"prompt": "a castle", "weight": 1.0}, {"prompt": "fog", "weight": 0.5}],
        "steps": 50, "cfg_scale": 7.5, "width": 512, "height": 576, "seed": 3523, "sampler": "k_lms", "type": "txt2img",
    },
}  # fmt: skip
INVOKE_DREAM = r'"a \"red\" barn" -s 50 -S 1234 -W 512 -H 640 -C 7.5 -A k_lms'


def png(*, packed: bool = False, **texts: str) -> bytes:
    """A PNG with these texts; an underscore in a name is a hyphen in the keyword."""
    info = PngImagePlugin.PngInfo()
    for name, text in texts.items():
        info.add_text(name.replace("__", "-"), text, zip=packed)
    return saved(marked(), "PNG", pnginfo=info)


def commented(format: str, text: str, order: str = ">", head: bytes = b"UNICODE\0") -> bytes:
    """A JPEG or WebP with a comment, as AUTOMATIC1111 writes it."""
    block = Image.Exif()
    block.endian = order
    wide = text.encode("utf-16-be" if order == ">" else "utf-16-le") if head.startswith(b"U") else text.encode()
    block.get_ifd(EXIF_IFD)[0x9286] = head + wide
    return saved(marked(), format, exif=block)


def webp_of_comfy(prompt: object, workflow: object) -> bytes:
    """A WebP as ComfyUI writes it: its graphs stand where a camera writes its name."""
    block = Image.Exif()
    block[0x0110] = f"prompt:{json.dumps(prompt)}"
    block[0x010F] = f"workflow:{json.dumps(workflow)}"
    return saved(marked(), "WEBP", exif=block)
